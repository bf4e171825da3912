// The same nodes and relations as two tables: sortable, filtered in step with the picture.

const PAGE_ROWS = 300;
const sorting = { nodes: [0, 1], relations: [0, 1] }; // column and direction of each table

function nodeRows() {
  return nodes
    .filter((node) => nodeShown[node.id])
    .map((node) => ({
      open: { kind: "node", index: node.id },
      cells: [
        say(node.label),
        kindWord(node),
        node.edges.filter((index) => edgeShown[index]).length,
        (node.facts || []).length,
      ],
    }));
}

function relationRows() {
  return edges
    .map((edge, index) => ({ edge, index }))
    .filter(({ index }) => edgeShown[index])
    .map(({ edge, index }) => ({
      open: { kind: "edge", index },
      cells: [
        say(nodes[edge.from].label),
        upperFirst(relationWord(edge)),
        say(nodes[edge.to].label),
        statusWord(edgeStatus[index]) + (edgeDisputed(edge) ? " ≠" : ""),
        edge.earliest || edge.latest || "",
        sourcesOf(edge),
      ],
    }));
}

function sourcesOf(edge) {
  const claims = (edge.facts || []).flatMap((index) => knownClaims(facts[index]));
  const names = new Set(claims.map((claim) => clean(sources[claim.source].publisher || "")));
  return [...names].filter(Boolean).slice(0, 4).join(", ");
}

function sortRows(rows, [column, direction]) {
  const collator = new Intl.Collator(LOCALES[state.lang], { numeric: true });
  return rows.sort((a, b) => direction * collator.compare(String(a.cells[column]), String(b.cells[column])));
}

function headCell(name, text, column) {
  const [at, direction] = sorting[name];
  const cell = el(
    "th",
    { scope: "col" },
    el("button", {
      type: "button",
      textContent: text,
      onclick: () => {
        sorting[name] = [column, at === column ? -direction : 1];
        buildTables();
        byId(`table-${name}`).querySelectorAll("th button")[column].focus();
      },
    }),
  );
  if (at === column) cell.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
  return cell;
}

function cellOf(row, value, column, name) {
  const isDate = name === "relations" && column === 4;
  const text = named(isDate ? dateText(String(value)) : String(value));
  if (column) return el("td", null, text);
  return el("td", null, el("button.link", { type: "button", onclick: () => choose(row.open) }, text));
}

function buildTable(name, columns, rows) {
  const body = el("tbody");
  const sorted = sortRows(rows, sorting[name]);
  const more = el("button.wide", { type: "button", textContent: word("more") });
  const add = () => {
    const next = sorted.slice(body.children.length, body.children.length + PAGE_ROWS);
    body.append(
      ...next.map((row) => el("tr", null, ...row.cells.map((value, column) => cellOf(row, value, column, name)))),
    );
    more.hidden = body.children.length >= sorted.length;
  };
  more.addEventListener("click", add);
  add();
  const head = el("tr", null, ...columns.map((key, column) => headCell(name, word(key), column)));
  return [
    el(
      "table",
      { id: `table-${name}` },
      el("caption", { textContent: `${word(name)} (${rows.length})` }),
      el("thead", null, head),
      body,
    ),
    more,
  ];
}

function buildTables() {
  byId("tables").replaceChildren(
    ...buildTable("nodes", ["name", "type", "relations", "facts"], nodeRows()),
    ...buildTable("relations", ["from", "relation", "to", "status", "date", "sources"], relationRows()),
  );
}

function showTables(on) {
  state.table = on;
  byId("tables").hidden = !on;
  byId("stage").hidden = on;
  byId("show-graph").setAttribute("aria-pressed", String(!on));
  byId("show-tables").setAttribute("aria-pressed", String(on));
  if (on) buildTables();
  else fit();
}
