// From which size on a device is worth the trip.
function breakEvenChart(run, width) {
  const name = state.breakEvenFunction;
  const lanes = LANES.filter((lane) => lane.run === run && !state.hidden.has(lane.key) && timedRows(lane, name).length > 0);
  if (!lanes.some((lane) => lane.isDevice)) return { note: 'No device was measured with this function.' };
  const { lines, option } = base(width, lanes.map((lane) => lane.selector));
  option.grid = { left: 8, right: 24, top: 34, bottom: 28 + lines * 21, containLabel: true };
  option.xAxis = sizeAxis();
  option.yAxis = { ...valueAxis(METRICS.time), name: 'time of a call' };
  option.series = lanes.map((lane, at) => callLine(lane, name, at));
  option.series.push(...run.breakEvens.filter((found) => titleOf(found) === name && found.elements !== null && lanes.some((lane) => lane.selector === found.backend)).map(crossing));
  option.tooltip.formatter = (mark) => (mark.data && mark.data.row ? rowTip(mark.data.row(), mark.data.row().title) : '');
  return {
    option, height: (width < 500 ? 300 : 340) + lines * 21,
    csv: {
      header: ['backend', 'elements', 'seconds', 'lower', 'upper'],
      rows: lanes.flatMap((lane) => timedRows(lane, name).map((row) => [lane.selector, row.elements, row.m.endToEnd.median, row.m.endToEnd.lower, row.m.endToEnd.upper])),
    },
    label: 'time of a call of ' + name + ' against elements, ' + lanes.map((lane) => lane.selector).join(', ') + '; the table beside it has the break-evens',
    note: 'End to end: the way to the device and back is included.',
  };
}

function titleOf(found) {
  return found.function + ' ' + found.direction;
}

function timedRows(lane, name) {
  return lane.rows.filter((row) => row.drawn && row.title === name).sort(bySize);
}

function callLine(lane, name, at) {
  const ink = laneColour(lane);
  return {
    type: 'line', name: lane.selector, symbol: SYMBOLS[at % SYMBOLS.length], symbolSize: 8, z: 3,
    data: timedRows(lane, name).map((row) => ({ value: [row.elements, row.m.endToEnd.median], row: held(row) })),
    itemStyle: { color: ink }, lineStyle: { color: ink, width: 2.2, type: lane.isDevice ? 'solid' : 'dashed' },
  };
}

function crossing(found) {
  return {
    type: 'line', data: [], silent: true,
    markLine: {
      symbol: 'none', data: [{ xAxis: found.elements }], lineStyle: { color: colour('fg'), type: 'solid', width: 1.2 },
      label: { formatter: 'break-even ' + short(found.elements), color: colour('fg'), fontSize: 11, position: 'insideEndTop', rotate: 0,
        align: 'right', padding: [0, 6, 0, 0], backgroundColor: colour('card') },
    },
  };
}

function breakEvenTable() {
  const all = RUNS.flatMap((run) => run.breakEvens.map((found) => ({ run, ...found })));
  const fits = all.filter((found) => matches(found.function) && (state.direction === 'all' || found.direction === state.direction));
  return table('break-evens', [
    SEVERAL && { name: 'run', of: (found) => found.run.label },
    { name: 'function', of: titleOf },
    { name: 'faster from', number: true, of: (found) => (found.elements === null ? Infinity : found.elements),
      show: (found) => (found.elements === null ? 'never' : count(found.elements)) },
    { name: 'device', of: (found) => found.backend },
    { name: 'against', of: (found) => found.against },
  ], fits);
}

function breakEvenSection() {
  const titles = [...new Set(RUNS.flatMap((run) => run.breakEvens.map(titleOf)))];
  if (titles.length === 0) return;
  if (!titles.includes(state.breakEvenFunction)) {
    state.breakEvenFunction = titles.find((title) => title === state.highlighted[0] + ' forward') || titles[0];
  }
  byId('break-even').hidden = false;
  fill('break-even-controls', choice('function', 'break-even-function', titles.map((title) => [title, title]), state.breakEvenFunction,
    (breakEvenFunction) => change({ breakEvenFunction })));
  fill('break-even-charts', RUNS.filter((run) => run.breakEvens.length).map((run) =>
    panel('break-even-' + run.index, 'Time of a call against size' + (SEVERAL ? ', ' + run.label : ''), (width) => breakEvenChart(run, width))),
    h('section', { class: 'panel', id: 'break-even-table' }));
  const show = () => fill('break-even-table', h('header', {}, h('h3', {}, 'Break-evens, in elements')), breakEvenTable());
  onChange(show);
}
