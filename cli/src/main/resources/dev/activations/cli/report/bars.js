// The functions on one shape, the backends side by side.
function functionBars(width) {
  const metric = METRICS[state.functionMetric];
  const lanes = visibleLanes().filter((lane) => barRows(lane).length > 0);
  if (lanes.length === 0) return { note: 'Nothing measured that fits the filters.' };
  const names = sortedNames(lanes, metric);
  const { lines, option } = base(width, lanes.map((lane) => lane.label));
  const thick = Math.max(5, Math.min(14, 30 / lanes.length));
  option.grid = { left: 8, right: 26, top: 12, bottom: 28 + lines * 21, containLabel: true };
  option.xAxis = { ...valueAxis(metric), name: metric.axis, nameLocation: 'middle', nameGap: 26 };
  option.yAxis = nameAxis(names, width);
  option.series = lanes.flatMap((lane, at) => barsOf(lane, at, lanes.length, names, metric, thick));
  if (state.functionMetric === 'share') option.series[0].markLine = ninety();
  option.tooltip.formatter = (mark) => (mark.data.row ? rowTip(mark.data.row(), mark.data.row().title) : '');
  return {
    option, height: names.length * (lanes.length * (thick + 2) + 8) + 60 + lines * 21, csv: barCsv(lanes, names, metric),
    label: metric.name + ' of ' + names.length + ' functions on ' + shapeName(state.shape) + '; the table "All numbers" has the values',
    note: state.functionMetric === 'share' ? 'The line is at 90 % of what a copy of the same shape reaches on the same backend.' : '',
  };
}

function barRows(lane) {
  return lane.rows.filter((row) => row.drawn && row.shape === state.shape && chosen(row));
}

function sortedNames(lanes, metric) {
  const values = new Map();
  for (const lane of lanes) {
    for (const row of barRows(lane)) {
      const found = measure(row, metric, state.basis);
      if (found && !values.has(seriesName(row))) values.set(seriesName(row), found.value);
    }
  }
  const order = metric.better === 'high' ? 1 : -1;
  return [...values].sort((a, b) => order * (a[1] - b[1])).map(([name]) => name);
}

function nameAxis(names, width) {
  const style = axisStyle();
  return {
    ...style, type: 'category', data: names, axisTick: { show: false }, splitLine: { show: false },
    axisLabel: { color: colour('fg'), fontSize: 12, interval: 0, width: width < 500 ? 108 : 210, overflow: 'truncate' },
  };
}

/** The place of a bar among its neighbours is ECharts's own business, so whiskers ask it for the layout. */
function barsOf(lane, at, many, names, metric, thick) {
  const found = new Map(barRows(lane).map((row) => [seriesName(row), row]));
  const data = names.map((name) => {
    const row = found.get(name);
    const value = row && measure(row, metric, state.basis);
    return value ? { value: value.value, row: held(row), low: value.low, high: value.high } : { value: null };
  });
  const ink = laneColour(lane);
  const bars = {
    type: 'bar', name: lane.label, data, barWidth: thick, barGap: '20%', z: 3,
    itemStyle: { color: ink, decal: laneDecal(lane), borderColor: ink, borderWidth: lane.run.index ? 1 : 0, borderRadius: [0, 2, 2, 0] },
    emphasis: { itemStyle: { color: ink, opacity: 0.8 } },
  };
  const spread = data.map((point, index) => [point.value, index, point.low, point.high]).filter((point) => point[0] !== undefined && point[0] !== null);
  const offset = (at - (many - 1) / 2) * thick * 1.2;
  return [bars, {
    ...whiskers(spread, colour('fg'), true),
    renderItem: (parameters, api) => {
      const end = (value) => {
        const [x, y] = api.coord([value, api.value(1)]);
        return [x, y + offset];
      };
      return whisker(end(api.value(2)), end(api.value(3)), true, colour('whisker'));
    },
  }];
}

function ninety() {
  return {
    silent: true, symbol: 'none', data: [{ xAxis: 0.9 }], label: { show: false },
    lineStyle: { color: colour('fg'), type: 'dashed', width: 1.4 },
  };
}

function barCsv(lanes, names, metric) {
  return {
    header: ['function', 'backend', 'run', metric.name + ' (' + unit(metric) + ')', 'lower', 'upper'],
    rows: names.flatMap((name) => lanes.flatMap((lane) => barRows(lane).filter((row) => seriesName(row) === name).map((row) => {
      const found = measure(row, metric, state.basis);
      return [name, lane.selector, lane.run.label, found && found.value, found && found.low, found && found.high];
    }))),
  };
}
