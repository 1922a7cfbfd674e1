// What all charts share: axes, legend, whiskers, what is shown when one points at a mark.
function base(width, legendNames) {
  const lines = legendLines(legendNames, width);
  return {
    lines,
    option: {
      animation: false,
      backgroundColor: colour('card'),
      textStyle: { fontFamily: FONT, color: colour('muted') },
      legend: legendNames.length === 0 ? undefined : {
        data: legendNames, bottom: 0, left: 4, right: 4, itemWidth: 26, itemHeight: 11, itemGap: 14, icon: undefined,
        selectedMode: false, textStyle: { color: colour('fg'), fontSize: 12 },
      },
      tooltip: {
        trigger: 'item', confine: true, backgroundColor: colour('tip'), borderColor: colour('line'), padding: [8, 10],
        textStyle: { color: colour('fg'), fontSize: 12, fontFamily: FONT }, extraCssText: 'max-width: 320px; white-space: normal;',
      },
    },
  };
}

function nameOf(entry) {
  return typeof entry === 'string' ? entry : entry.name;
}

/** ECharts wraps a legend but does not tell how far down; this is on the safe side. */
function legendLines(names, width) {
  let lines = names.length === 0 ? 0 : 1;
  let used = 0;
  for (const entry of names) {
    const wide = 26 + 5 + 14 + nameOf(entry).length * 7;
    if (used > 0 && used + wide > width - 16) {
      lines++;
      used = 0;
    }
    used += wide;
  }
  return lines;
}

function axisStyle() {
  return {
    axisLine: { lineStyle: { color: colour('axis') } },
    axisTick: { lineStyle: { color: colour('axis') } },
    axisLabel: { color: colour('muted'), fontSize: 11, hideOverlap: true },
    splitLine: { lineStyle: { color: colour('line') } },
    minorTick: { show: false },
    nameTextStyle: { color: colour('muted'), fontSize: 11 },
  };
}

function sizeAxis() {
  const style = axisStyle();
  return {
    ...style, type: 'log', name: 'elements', nameLocation: 'middle', nameGap: 26, min: 'dataMin', max: 'dataMax',
    axisLabel: { ...style.axisLabel, formatter: (v) => (isPower(v) ? short(v) : '') }, splitLine: { show: false },
  };
}

function isPower(value) {
  const power = Math.log10(value);
  return Math.abs(power - Math.round(power)) < 1e-6;
}

function valueAxis(metric) {
  const style = axisStyle();
  const labels = { share: (v) => digits(v * 100), time: seconds, element: (v) => digits(v), rate: (v) => digits(v) };
  const key = Object.keys(METRICS).find((name) => METRICS[name] === metric);
  return {
    ...style, type: metric.log ? 'log' : 'value', name: metric.axis, min: metric.log ? undefined : 0, scale: false,
    axisLabel: { ...style.axisLabel, formatter: labels[key] },
  };
}

/** ECharts copies what it is given, however deep; a function it only passes on. */
function held(row) {
  return () => row;
}

/** The quartiles of points [x, y, low, high] as thin bars across the measured direction. */
function whiskers(points, ink, horizontal) {
  return {
    type: 'custom', silent: true, z: 4, data: points, encode: horizontal ? { x: [0, 2, 3], y: 1 } : { x: 0, y: [1, 2, 3] },
    renderItem: (parameters, api) => {
      const at = (value) => api.coord(horizontal ? [value, api.value(1)] : [api.value(0), value]);
      return whisker(at(api.value(2)), at(api.value(3)), horizontal, ink);
    },
  };
}

function whisker(low, high, horizontal, ink) {
  const cap = (end) => horizontal
    ? { x1: end[0], y1: end[1] - 3, x2: end[0], y2: end[1] + 3 } : { x1: end[0] - 3, y1: end[1], x2: end[0] + 3, y2: end[1] };
  const line = (shape) => ({ type: 'line', shape, style: { stroke: ink, lineWidth: 1.2 }, silent: true });
  return { type: 'group', children: [line({ x1: low[0], y1: low[1], x2: high[0], y2: high[1] }), line(cap(low)), line(cap(high))] };
}

function tip(title, pairs) {
  return h('div', { class: 'tip' }, h('strong', {}, title),
    h('dl', {}, pairs.filter(([, value]) => value !== null && value !== DASH).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])));
}

function rowTip(row, title) {
  const { m } = row;
  const rate = measure(row, METRICS.rate, state.basis);
  const share = measure(row, METRICS.share, state.basis);
  const spread = (found, text) => (found ? text(found.value) + ' (' + text(found.low) + ' … ' + text(found.high) + ')' : null);
  const time = (times) => (times ? seconds(times.median) + ' (' + seconds(times.lower) + ' … ' + seconds(times.upper) + ')' : null);
  return tip(title, [
    ['backend', row.lane.label],
    ['shape', shapeText(m.rows, m.columns) + ' = ' + count(row.elements)],
    ['rate', spread(rate, METRICS.rate.text)],
    ['of the copy limit', spread(share, percent)],
    ['kernel', time(m.kernel)],
    [row.lane.isDevice ? 'end to end' : 'call', time(m.endToEnd)],
    ['per element', rate ? METRICS.element.text(measure(row, METRICS.element, state.basis).value) : null],
    ['samples', rate ? count(rate.times.samples) + '; in brackets the quartiles' : null],
  ]);
}
