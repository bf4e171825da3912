// What is known, and by when. The page never changes a fact: it chooses which to show.

const graph = JSON.parse(document.getElementById("graph-data").textContent);
const view = JSON.parse(document.getElementById("view-data").textContent);
const nodes = rowsOf(graph.nodes);
const edges = rowsOf(graph.edges);
const facts = rowsOf(view.facts);
const sources = rowsOf(view.sources);
const MANY = 1000; // from so many nodes on, only hubs are named until one zooms in

// The file holds columns, so that no key is written twice; a column with gaps is an object by row number.
function rowsOf({ rows, columns }) {
  const filled = Object.entries(columns);
  return Array.from({ length: rows }, (_, number) => {
    const row = {};
    for (const [key, column] of filled) if (column[number] !== undefined) row[key] = column[number];
    return row;
  });
}

const legendByType = new Map(view.legend.map((row) => [row.type, row]));
// What all have in common is left out of the file.
for (const thing of [...nodes, ...facts]) thing.iri ??= view.base + thing.at;
for (const node of nodes) {
  const { color, shape } = legendByType.get(node.type || "");
  Object.assign(node, { color: node.color || color, shape: node.shape || shape });
}

const nodeByIri = new Map(nodes.map((node) => [node.iri, node]));
const factByIri = new Map(facts.map((fact, index) => [fact.iri, index]));

const state = {
  lang: view.lang,
  theme: "auto",
  table: false,
  selected: null, // {kind: "node" | "edge" | "fact", index}
  hover: null, // {kind: "node" | "edge", index}
  matches: null, // Set of node numbers while a search is typed
  asOf: null, // day by which a claim must be published; null is today
  years: null, // [first, last] while narrowed
  typesOff: new Set(),
  relationsOff: new Set(),
  statusesOff: new Set(),
};

const PUBLISHED = [...new Set(sources.map((source) => source.published).filter(Boolean))].sort();
const nodeShown = new Uint8Array(nodes.length);
const edgeShown = new Uint8Array(edges.length);
const edgeStatus = edges.map((edge) => edge.status || "");

// What is left out of the file because it is the rule: asserted, and over on the day it began.
for (const edge of edges) if (edge.latest === undefined && !edge.open) edge.latest = edge.earliest;
for (const node of nodes) node.edges = [];
edges.forEach((edge, index) => {
  nodes[edge.from].edges.push(index);
  if (edge.to !== edge.from) nodes[edge.to].edges.push(index);
});

const claimsOf = (fact) => fact.claims || [];
const publishedOf = (claim) => sources[claim.source].published || "";
const isKnown = (claim) => state.asOf === null || publishedOf(claim) <= state.asOf;
const knownClaims = (fact) => claimsOf(fact).filter(isKnown);
// On an earlier day sources disagree only if those that had spoken by then do.
const isDisputed = (fact) =>
  (fact.disputed || []).length > 0 &&
  (state.asOf === null || partings(fact, knownClaims(fact)).some((parting) => parting.disputed));
const edgeDisputed = (edge) =>
  Boolean(edge.disputed) && (state.asOf === null || (edge.facts || []).some((index) => isDisputed(facts[index])));

// The status by the chosen day: as computed where the page was given a history, else as the newest
// claim of that day says; with everything known it is always the computed one.
function factState(fact) {
  const claims = claimsOf(fact);
  const known = knownClaims(fact);
  if (known.length === claims.length) return { status: fact.status || "", certainty: fact.certainty || "" };
  if (!known.length) return null;
  const steps = (fact.history || []).filter((step) => step.published <= state.asOf);
  const last = steps.length ? steps[steps.length - 1] : known[known.length - 1];
  return { status: last.status || "", certainty: last.certainty || "" };
}

function statusOfEdge(edge) {
  if (state.asOf === null || !(edge.facts || []).length) return edge.status || "";
  const now = edge.facts.map((index) => facts[index]);
  const known = now.filter((fact) => !claimsOf(fact).length || knownClaims(fact).length);
  if (!known.length) return null;
  if (now.every((fact) => knownClaims(fact).length === claimsOf(fact).length)) return edge.status || "";
  return (factState(known[known.length - 1]) || {}).status || "";
}

const yearOf = (date) => (date ? Number(date.slice(0, 4)) : null);

function inYears(edge) {
  if (!state.years) return true;
  const first = yearOf(edge.earliest) ?? yearOf(edge.latest);
  if (first === null) return true; // undated relations hold throughout
  const last = yearOf(edge.latest) ?? 9999;
  return first <= state.years[1] && last >= state.years[0];
}

// A relation shows when every filter lets it pass and both its ends show; a node, when its type is on
// and it has no relations at all or one that passes.
function refilter() {
  const passing = new Uint8Array(edges.length);
  const alive = new Uint8Array(nodes.length);
  edges.forEach((edge, index) => {
    const status = statusOfEdge(edge);
    edgeStatus[index] = status || "";
    const off = status === null || state.statusesOff.has(status) || state.relationsOff.has(relationName(edge));
    if (off || !inYears(edge)) return;
    passing[index] = alive[edge.from] = alive[edge.to] = 1;
  });
  nodes.forEach((node, index) => {
    const unknown = node.fact !== undefined && state.asOf !== null && factState(facts[node.fact]) === null;
    nodeShown[index] =
      !unknown && !state.typesOff.has(node.type || "") && (alive[index] || !node.edges.length) ? 1 : 0;
  });
  edges.forEach((edge, index) => {
    edgeShown[index] = passing[index] && nodeShown[edge.from] && nodeShown[edge.to] ? 1 : 0;
  });
}

const relationName = (edge) => view.relations[edge.relation].name;

// What stays bright while something is chosen or pointed at; null when nothing is.
function focus() {
  const chosen = state.hover || state.selected;
  if (!chosen) return state.matches && { nodes: state.matches, edges: new Set() };
  if (chosen.kind === "edge") {
    const edge = edges[chosen.index];
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([chosen.index]) };
  }
  return chosen.kind === "node" ? focusOnNode(chosen.index) : focusOnFact(chosen.index);
}

function focusOnNode(index) {
  const near = new Set([index]);
  const lines = new Set();
  for (const number of nodes[index].edges) {
    if (!edgeShown[number]) continue;
    lines.add(number);
    near.add(edges[number].from).add(edges[number].to);
  }
  return { nodes: near, edges: lines };
}

function focusOnFact(index) {
  const near = new Set();
  const lines = new Set();
  edges.forEach((edge, number) => {
    if (!edgeShown[number] || !(edge.facts || []).includes(index)) return;
    lines.add(number);
    near.add(edge.from).add(edge.to);
  });
  const own = nodeByIri.get(facts[index].iri);
  if (own) near.add(own.id);
  return { nodes: near, edges: lines };
}
