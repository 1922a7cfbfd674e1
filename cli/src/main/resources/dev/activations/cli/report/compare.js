// Two runs, two machines or two backends: who is faster, and whether it is more than noise.
const SAME = 'within noise';

function sides() {
  const runs = SEVERAL ? RUNS.map((run) => ['run ' + run.index, run.label + ', each backend']) : [];
  const lanes = LANES.filter((lane) => lane.rows.some((row) => row.drawn)).map((lane) => ['lane ' + lane.key, lane.label]);
  return [...runs, ...lanes];
}

function firstSides() {
  if (SEVERAL) return ['run 1', 'run 0'];
  const measured = LANES.filter((lane) => lane.rows.some((row) => row.drawn));
  const device = measured.find((lane) => lane.isDevice);
  const others = measured.filter((lane) => lane !== device);
  return device ? ['lane ' + device.key, 'lane ' + others[0].key] : ['lane ' + measured[0].key, 'lane ' + measured[1].key];
}

function lanesOf(side) {
  const [kind, key] = side.split(' ');
  return LANES.filter((lane) => (kind === 'run' ? String(lane.run.index) === key : lane.key === key));
}

/** Runs are compared backend by backend; anything else, all with all. */
function pairs() {
  const both = state.compareThis.startsWith('run') && state.compareThat.startsWith('run');
  return lanesOf(state.compareThis).flatMap((mine) => lanesOf(state.compareThat)
    .filter((other) => mine !== other && (!both || mine.selector === other.selector))
    .map((other) => ({ mine, other, name: both ? mine.selector : mine.label + ' : ' + other.label })));
}

function comparisons() {
  return pairs().flatMap((pair) => pair.mine.rows.filter((row) => row.drawn && row.shape === state.shape && chosen(row)).flatMap((row) => {
    const other = counterpart(pair.other, row);
    return other ? [ratioOf(pair, row, other)] : [];
  }));
}

/** A kernel beside a call of the CPU would leave out the way to the device. */
function ratioOf(pair, row, other) {
  const basis = pair.mine.isDevice === pair.other.isDevice ? state.basis : 'call';
  const [mine, theirs] = [timesOf(row.m, basis), timesOf(other.m, basis)];
  const ratio = theirs.median / mine.median;
  const low = theirs.lower / mine.upper;
  const high = theirs.upper / mine.lower;
  return { pair, row, other, mine, theirs, ratio, low, high, verdict: low > 1 ? 'faster' : high < 1 ? 'slower' : SAME };
}

function compareChart(width) {
  const all = comparisons().sort((a, b) => a.ratio - b.ratio);
  if (all.length === 0) return { note: 'The two sides have no measurement in common that fits the filters.' };
  const groups = [...new Set(all.map((one) => one.pair.name))];
  const names = [...new Set(all.map((one) => seriesName(one.row)))];
  const { lines, option } = base(width, groups);
  option.grid = { left: 8, right: 26, top: 12, bottom: 28 + lines * 21, containLabel: true };
  option.legend.itemWidth = 12;
  option.xAxis = { ...valueAxis(METRICS.rate), type: 'log', min: null, name: 'times as fast', nameLocation: 'middle', nameGap: 26, ...ratioRange(all) };
  option.yAxis = { ...nameAxis(names, width), splitLine: { show: true, lineStyle: { color: colour('line') } } };
  option.series = groups.flatMap((group, at) => dots(group, at, groups.length, all.filter((one) => one.pair.name === group), names));
  option.series[0].markLine = { ...ninety(), data: [{ xAxis: 1 }] };
  option.tooltip.formatter = (mark) => (mark.data.one ? ratioTip(mark.data.one()) : '');
  return {
    option, height: names.length * (14 + groups.length * 9) + 62 + lines * 21, csv: ratioCsv(all),
    label: 'how many times as fast, for ' + names.length + ' functions on ' + shapeName(state.shape) + '; the table below has the values',
    note: 'Right of the line: ' + sideName(state.compareThis) + ' is faster. Hollow: within noise, as the quartiles of the two overlap.',
  };
}

/** A log axis by itself begins at a power of ten, which leaves small differences no room. */
function ratioRange(all) {
  const most = Math.max(...all.flatMap((one) => [one.high, 1 / one.low])) * 1.04;
  const far = [1.1, 1.25, 1.5, 2, 3, 4, 6, 8].find((end) => end >= most);
  if (!far) {
    const low = Math.min(1, ...all.map((one) => one.low));
    const high = Math.max(1, ...all.map((one) => one.high));
    return { min: 10 ** Math.floor(Math.log10(low)), max: 10 ** Math.ceil(Math.log10(high)) };
  }
  return { min: 1 / far, max: far, axisLabel: { color: colour('muted'), fontSize: 11, formatter: (v) => digits(v) + '×' } };
}

function sideName(side) {
  return Object.fromEntries(sides())[side].replace(', each backend', '');
}

function dots(group, at, many, mine, names) {
  const ink = laneColour(mine[0].pair.mine);
  const offset = (at - (many - 1) / 2) * 9;
  const place = (one) => names.indexOf(seriesName(one.row));
  const spread = whiskers(mine.map((one) => [one.ratio, place(one), one.low, one.high]), ink, true);
  spread.renderItem = (parameters, api) => {
    const end = (value) => api.coord([value, api.value(1)]).map((c, axis) => c + axis * offset);
    return whisker(end(api.value(2)), end(api.value(3)), true, ink);
  };
  return [{
    type: 'scatter', name: group, z: 5, symbolSize: 9, symbolOffset: [0, offset], symbol: SYMBOLS[at % 4], itemStyle: { color: ink },
    data: mine.map((one) => ({
      value: [one.ratio, place(one)], one: held(one),
      itemStyle: one.verdict === SAME ? { color: colour('card'), borderColor: ink, borderWidth: 1.8 } : { color: ink },
    })),
  }, spread];
}

function ratioTip(one) {
  const times = (t) => seconds(t.median) + ' (' + seconds(t.lower) + ' … ' + seconds(t.upper) + ')';
  return tip(one.row.title, [
    [one.row.lane.label, times(one.mine)], [one.other.lane.label, times(one.theirs)],
    ['times as fast', digits(one.ratio) + ' (' + digits(one.low) + ' … ' + digits(one.high) + ')'], ['that is', one.verdict],
  ]);
}

function ratioCsv(all) {
  return {
    header: ['function', 'this', 'that', 'this (s)', 'that (s)', 'times as fast', 'lower', 'upper', 'verdict'],
    rows: all.map((one) => [one.row.title, one.row.lane.label, one.other.lane.label, one.mine.median, one.theirs.median, one.ratio, one.low, one.high, one.verdict]),
  };
}
