// What the files say, as lanes (a backend of a run) and rows (a measurement of a lane).
const SOURCES = JSON.parse(byId('data').textContent);
const RUNS = SOURCES.map((source, index) => ({ index, label: source.label, ...source.run }));
const SEVERAL = RUNS.length > 1;
const SELECTORS = [...new Set(RUNS.flatMap((run) => run.backends.map((backend) => backend.selector)))];

const LANES = RUNS.flatMap((run) => run.backends.map((backend, index) => {
  const lane = {
    key: run.index + '/' + index,
    run,
    selector: backend.selector,
    label: SEVERAL ? backend.selector + ' · ' + run.label : backend.selector,
    colour: SELECTORS.indexOf(backend.selector),
    isDevice: backend.device !== 'cpu',
    backend,
    copies: new Map(backend.copies.map((copy) => [copy.rows + 'x' + copy.columns, copy])),
  };
  lane.rows = backend.results.map((m) => rowOf(lane, m));
  return lane;
}));

function rowOf(lane, m) {
  return {
    lane, m,
    elements: m.rows * m.columns,
    shape: m.rows + 'x' + m.columns,
    title: m.function + ' ' + m.direction,
    drawn: m.failure === null && m.endToEnd !== null,
  };
}

const ROWS = LANES.flatMap((lane) => lane.rows);
const FUNCTIONS = [...new Set(ROWS.map((row) => row.m.function))];
const DIRECTIONS = [...new Set(ROWS.map((row) => row.m.direction))];
const SHAPES = [...new Map(ROWS.map((row) => [row.shape, row])).values()]
  .sort((a, b) => a.elements - b.elements || a.m.columns - b.m.columns)
  .map((row) => ({ key: row.shape, elements: row.elements, text: shapeText(row.m.rows, row.m.columns) }));

/** The copy of a lane on a shape, in the form of a row. */
function copyRow(lane, copy) {
  return { lane, m: { ...copy, shareOfCopy: 1 }, elements: copy.rows * copy.columns, shape: copy.rows + 'x' + copy.columns };
}

/** The kernel's times, or those of a call where there is no kernel or calls are asked for. */
function timesOf(m, basis) {
  return basis === 'kernel' ? m.kernel || m.endToEnd : m.endToEnd;
}

const METRICS = {
  rate: { name: 'rate', axis: 'GB/s', better: 'high', text: (v) => digits(v) + '\u00a0GB/s', of: (row, time) => row.m.bytes / time / 1e9 },
  share: { name: 'share of the copy limit', axis: '% of the copy limit', better: 'high', text: percent, of: shareOf },
  time: { name: 'time', axis: 'time', better: 'low', log: true, text: seconds, of: (row, time) => time },
  element: { name: 'time per element', axis: 'ns per element', better: 'low', log: true,
    text: (v) => digits(v) + '\u00a0ns', of: (row, time) => (time * 1e9) / row.elements },
};

/** What the file says, where it says it; its share was measured beside the copy. */
function shareOf(row, time, basis) {
  if (basis === 'kernel' && row.m.shareOfCopy !== null) return (row.m.shareOfCopy * timesOf(row.m, basis).median) / time;
  const copy = row.lane.copies.get(row.shape);
  const times = copy && timesOf(copy, basis);
  return times ? row.m.bytes / time / (copy.bytes / times.median) : null;
}

/** The metric of a row with its quartiles, or null. */
function measure(row, metric, basis) {
  const times = timesOf(row.m, basis);
  if (!times) return null;
  const value = metric.of(row, times.median, basis);
  if (value === null || !Number.isFinite(value)) return null;
  const ends = [metric.of(row, times.lower, basis), metric.of(row, times.upper, basis)].sort((a, b) => a - b);
  return { value, low: ends[0], high: ends[1], times };
}

/** What is the same work in another lane. */
function counterpart(lane, row) {
  return lane.rows.find((other) => other.title === row.title && other.shape === row.shape && other.drawn);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? null : sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
