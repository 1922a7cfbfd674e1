// Where the time of a call to a device goes, and that of the first one.
const PHASES = [
  { name: 'copy in', of: (m) => m.copyIn && m.copyIn.median },
  { name: 'kernel', of: (m) => m.kernel && m.kernel.median },
  { name: 'copy out', of: (m) => m.copyOut && m.copyOut.median },
  { name: 'rest of the call', of: (m) => rest(m.endToEnd && m.endToEnd.median, m.copyIn && m.copyIn.median, m.kernel && m.kernel.median, m.copyOut && m.copyOut.median) },
];
const FIRST_PHASES = [
  { name: 'to source', of: (m) => m.compilation && m.compilation.toSource },
  { name: 'driver compiles', of: (m) => m.compilation && m.compilation.byDriver },
  { name: 'rest of the first call', of: (m) => m.firstCall !== null && rest(m.firstCall, m.compilation && m.compilation.toSource, m.compilation && m.compilation.byDriver) },
];

/** Medians of parts may add up to more than the median of the whole. */
function rest(whole, ...parts) {
  return whole === null ? null : Math.max(0, whole - parts.reduce((sum, part) => sum + (part || 0), 0));
}

function callPhases(lane, width) {
  return stacked(lane, width, PHASES, (m) => m.kernel !== null, (m) => m.endToEnd.median, 'a call');
}

function firstPhases(lane, width) {
  return stacked(lane, width, FIRST_PHASES, (m) => m.firstCall !== null, (m) => m.firstCall, 'the first call, compilation included');
}

function stacked(lane, width, phases, has, whole, what) {
  const rows = barRows(lane).filter((row) => has(row.m)).sort((a, b) => whole(b.m) - whole(a.m));
  if (rows.length === 0) return { note: 'Nothing measured that fits the filters.' };
  const { lines, option } = base(width, phases.map((phase) => phase.name));
  option.grid = { left: 8, right: 26, top: 12, bottom: 28 + lines * 21, containLabel: true };
  option.xAxis = { ...valueAxis(METRICS.time), type: 'value', min: 0, name: 'time', nameLocation: 'middle', nameGap: 26 };
  option.yAxis = nameAxis(rows.map(seriesName), width);
  option.series = phases.map((phase, at) => ({
    type: 'bar', stack: 'call', name: phase.name, barWidth: 14, data: rows.map((row) => ({ value: phase.of(row.m) || 0, row: held(row) })),
    itemStyle: { color: at === phases.length - 1 ? colour('context') : palette([5, 3, 4][at]), borderColor: colour('card'), borderWidth: 0.5 },
  }));
  option.tooltip.formatter = (mark) => (mark.data.row ? phaseTip(mark.data.row(), phases, whole) : '');
  return {
    option, height: rows.length * 23 + 62 + lines * 21,
    csv: { header: ['function', ...phases.map((phase) => phase.name + ' (s)')], rows: rows.map((row) => [seriesName(row), ...phases.map((phase) => phase.of(row.m))]) },
    label: 'parts of ' + what + ' for ' + rows.length + ' functions on ' + shapeName(state.shape) + '; the table "All numbers" has the values',
    note: '',
  };
}

function phaseTip(row, phases, whole) {
  const sum = whole(row.m);
  return tip(row.title, [
    ['shape', shapeText(row.m.rows, row.m.columns)],
    ...phases.map((phase) => [phase.name, phase.of(row.m) === null ? null : seconds(phase.of(row.m)) + ', ' + percent(phase.of(row.m) / sum)]),
    ['together', seconds(sum)],
  ]);
}
