// What is chosen on the page; every part draws itself anew when it changes.
const MOST_HIGHLIGHTED = 8;
const FIRST_CHOICE = ['relu', 'silu', 'gelu_erf', 'tanh', 'mish', 'softmax'];

const state = {
  hidden: new Set(),
  direction: DIRECTIONS.includes('forward') ? 'forward' : DIRECTIONS[0] || '',
  search: '',
  highlighted: firstHighlights(),
  shape: largestCommonShape(),
  basis: 'kernel',
  sizeMetric: 'rate',
  functionMetric: 'share',
  breakEvenFunction: '',
  compareThis: '',
  compareThat: '',
};

function firstHighlights() {
  const known = FIRST_CHOICE.filter((name) => FUNCTIONS.includes(name));
  return known.length > 2 ? known : FUNCTIONS.slice(0, 6);
}

/** The largest shape that every lane with results has, so that the bars can be compared. */
function largestCommonShape() {
  const measured = LANES.filter((lane) => lane.rows.some((row) => row.drawn));
  const common = SHAPES.filter((shape) => measured.every((lane) => lane.rows.some((row) => row.shape === shape.key && row.drawn)));
  const candidates = common.length ? common : SHAPES;
  return candidates.length ? candidates[candidates.length - 1].key : '';
}

const listeners = [];

function onChange(listener) {
  listeners.push(listener);
}

function change(part) {
  Object.assign(state, part);
  listeners.forEach((listener) => listener());
}

function visibleLanes() {
  return LANES.filter((lane) => !state.hidden.has(lane.key));
}

function matches(name) {
  const words = state.search.toLowerCase().split(/[\s,]+/).filter(Boolean);
  return words.length === 0 || words.some((word) => name.toLowerCase().includes(word));
}

function chosen(row) {
  return (state.direction === 'all' || row.m.direction === state.direction) && matches(row.m.function);
}

/** The name of a series: the direction only where there are several. */
function seriesName(row) {
  return state.direction === 'all' ? row.title : row.m.function;
}

function shapeName(key) {
  const shape = SHAPES.find((one) => one.key === key);
  return shape ? shape.text : key;
}

/** The others keep their places, and so their colours; the ninth takes that of the eighth. */
function toggleHighlight(name) {
  const highlighted = [...state.highlighted];
  const at = highlighted.indexOf(name);
  const free = highlighted.indexOf(null);
  highlighted[at >= 0 ? at : free >= 0 ? free : Math.min(highlighted.length, MOST_HIGHLIGHTED - 1)] = at >= 0 ? null : name;
  change({ highlighted });
}
