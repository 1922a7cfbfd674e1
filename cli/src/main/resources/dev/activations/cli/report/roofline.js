// Rate against size, a chart for each backend: the functions below the limit that a copy sets.
function roofline(lane, width) {
  const metric = METRICS[state.sizeMetric];
  const lines = seriesOf(lane);
  if (lines.length === 0) return { note: lane.backend.failure ? 'Not measured: ' + lane.backend.failure : 'Nothing measured that fits the filters.' };
  const highlighted = lines.filter((line) => state.highlighted.includes(line.function));
  const copies = lane.backend.copies.map((copy) => copyRow(lane, copy));
  const limit = state.sizeMetric === 'share' ? 'copy limit = 100 %' : 'copy limit';
  const names = [...(copies.length ? [limit] : []), ...highlighted.map((line) => line.name)];
  const { lines: legend, option } = base(width, names);
  const ink = new Map(highlighted.map((line) => [line.name, state.highlighted.indexOf(line.function)]));
  option.grid = { left: 8, right: 18, top: 30, bottom: 28 + legend * 21, containLabel: true };
  option.xAxis = sizeAxis();
  option.yAxis = valueAxis(metric);
  option.series = [
    ...lines.filter((line) => !ink.has(line.name)).map((line) => lineOf(line, metric, -1)),
    ...highlighted.flatMap((line) => [lineOf(line, metric, ink.get(line.name)), spreadOf(line, metric, ink.get(line.name))]),
    ...(copies.length ? limitOf(limit, copies, metric) : []),
  ].filter(Boolean);
  option.tooltip.formatter = (mark) => (mark.data.row ? rowTip(mark.data.row(), mark.seriesName) : '');
  return {
    option, height: (width < 500 ? 300 : 340) + legend * 21, csv: csvOf(lines, copies, metric),
    label: metric.name + ' against elements of ' + lane.label + ', ' + lines.length + ' functions; the table "All numbers" has the values',
    note: grey(lines.length - highlighted.length) + failed(lane),
  };
}

function grey(many) {
  return many > 0 ? 'Grey: ' + many + ' other' + (many > 1 ? 's' : '') + '; point at them, or choose them above. ' : '';
}

function failed(lane) {
  const many = lane.rows.filter((row) => chosen(row) && row.m.failure !== null).length;
  return many > 0 ? many + ' failed and ' + (many > 1 ? 'are' : 'is') + ' not drawn.' : '';
}

function seriesOf(lane) {
  const found = new Map();
  for (const row of lane.rows) {
    if (!row.drawn || !chosen(row)) continue;
    const name = seriesName(row);
    if (!found.has(name)) found.set(name, { name, function: row.m.function, rows: [] });
    found.get(name).rows.push(row);
  }
  const lines = [...found.values()];
  lines.forEach((line) => line.rows.sort(bySize));
  return lines;
}

function bySize(a, b) {
  return a.elements - b.elements || a.m.columns - b.m.columns;
}

function points(rows, metric) {
  return rows.map((row) => ({ row, found: measure(row, metric, state.basis) })).filter((point) => point.found)
    .map(({ row, found }) => ({ value: [row.elements, found.value], row: held(row), found: held(found) }));
}

function lineOf(line, metric, at) {
  const context = at < 0;
  const ink = context ? colour('context') : palette(at);
  return {
    type: 'line', name: line.name, data: points(line.rows, metric), z: context ? 2 : 5,
    symbol: context ? 'circle' : SYMBOLS[at % SYMBOLS.length], symbolSize: context ? 5 : 8, showSymbol: true,
    itemStyle: { color: ink }, lineStyle: { color: ink, width: context ? 1 : 2, type: context ? 'solid' : dashOf(line, at) },
    emphasis: { focus: 'none', lineStyle: { width: 3 } },
  };
}

/** Directions of a function have its colour, and dashes of their own. */
function dashOf(line, at) {
  return DASHES[(state.direction === 'all' ? DIRECTIONS.indexOf(line.rows[0].m.direction) : at) % DASHES.length];
}

function spreadOf(line, metric, at) {
  return whiskers(points(line.rows, metric).map(({ value, found }) => [...value, found().low, found().high]), palette(at), false);
}

/** The line lies above the functions, its marks below: what one points at is the function. */
function limitOf(name, copies, metric) {
  const line = { type: 'line', name, data: points([...copies].sort(bySize), metric), itemStyle: { color: colour('fg') } };
  return [
    { ...line, z: 6, silent: true, symbol: 'none', lineStyle: { color: colour('fg'), width: 2.6, type: [9, 5] } },
    { ...line, z: 3, symbol: 'circle', symbolSize: 6, lineStyle: { opacity: 0 } },
  ];
}

function csvOf(lines, copies, metric) {
  const line = (name) => ({ value, row, found }) => [name, value[0], row().m.rows, row().m.columns, value[1], found().low, found().high];
  return {
    header: ['function', 'elements', 'rows', 'columns', metric.name + ' (' + unit(metric) + ')', 'lower', 'upper'],
    rows: [...points(copies, metric).map(line('copy')), ...lines.flatMap((one) => points(one.rows, metric).map(line(one.name)))],
  };
}

function unit(metric) {
  return { rate: 'GB/s', share: 'of 1', time: 's', element: 'ns' }[Object.keys(METRICS).find((name) => METRICS[name] === metric)];
}
