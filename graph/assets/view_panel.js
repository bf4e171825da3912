// The details of what is chosen: a node, a relation, a fact, or where to begin.

function closeButton() {
  const name = word("close");
  return el("button.close", {
    type: "button",
    textContent: "×",
    title: name,
    "aria-label": name,
    onclick: () => choose(null),
  });
}

function panelHead(icon, kind, title) {
  const heading = el("h2", { dir: "auto", textContent: title });
  return [el("p.kind", null, icon, el("span", { textContent: kind }), closeButton()), heading];
}

function pairs(rows) {
  const list = el("dl.pairs");
  for (const [key, value] of rows) {
    if (!value || (Array.isArray(value) && !value.length)) continue;
    list.append(
      el("dt", { textContent: key }),
      el("dd", null, ...(Array.isArray(value) ? value : [named(clean(value))])),
    );
  }
  return list;
}

function otherNames(node) {
  const here = say(node.label);
  return LANGS.filter((lang) => node.label[lang] && clean(node.label[lang]) !== here)
    .map((lang) => [view.words[lang].languageName, el("bdi", { lang, textContent: clean(node.label[lang]) })])
    .map(([key, element]) => [key, [element]]);
}

function nodePanel(index) {
  const node = nodes[index];
  const alt = (node.alt || []).map(clean).filter((name) => !Object.values(node.label).includes(name));
  const own = node.fact === undefined ? [] : [node.fact];
  const rest = (node.facts || []).filter((number) => number !== node.fact);
  const parts = [
    ...panelHead(nodeIcon(node), kindWord(node), say(node.label)),
    pairs([...otherNames(node), [word("otherNames"), alt.join(" · ")]]),
    copyLink("node", node.iri),
  ];
  for (const number of own) parts.push(factHead(facts[number]), claimsView(facts[number], 3));
  return [...parts, ...factGroups(rest), neighbours(node)];
}

function copyLink(kind, iri) {
  const button = el("button.quiet", { type: "button", textContent: word("copyLink") });
  button.addEventListener("click", async () => {
    const address = `${location.href.split("#")[0]}#${kind}=${encodeURIComponent(iri)}`;
    try {
      await navigator.clipboard.writeText(address);
      button.textContent = word("copied");
    } catch {
      location.hash = `${kind}=${encodeURIComponent(iri)}`;
    }
  });
  return button;
}

function factHead(fact) {
  const now = factState(fact) || { status: "", certainty: "" };
  const certainty =
    now.certainty && now.certainty !== "asserted" ? el("span.sure", { textContent: word(now.certainty) }) : null;
  return el(
    "p.how",
    null,
    pill(now.status),
    certainty,
    fact.date ? el("time", { textContent: dateText(fact.date) }) : null,
    fact.negated ? el("span.pill.cancelled", { textContent: word("negated") }) : null,
    isDisputed(fact) ? warning("disputed") : null,
  );
}

const factKind = (fact) => (fact.kind ? say(fact.kind) : typeWord(fact.type || ""));
const byDate = (a, b) => {
  const [first, second] = [facts[a].date || "9999", facts[b].date || "9999"];
  return first < second ? -1 : first > second ? 1 : a - b;
};

function factGroups(numbers) {
  const groups = new Map();
  for (const number of numbers.filter((index) => factState(facts[index]) !== null)) {
    const kind = factKind(facts[number]);
    if (!groups.has(kind)) groups.set(kind, []);
    groups.get(kind).push(number);
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, state.lang))
    .flatMap(([kind, members]) => [
      el("h3", { textContent: `${kind} (${members.length})` }),
      ...members.sort(byDate).map((number) => factItem(number, false)),
    ]);
}

// A fact folds its claims away until it is opened; they are built only then.
function factItem(number, open) {
  const fact = facts[number];
  const summary = el("summary", null, el("span.name", { dir: "auto", textContent: say(fact.label) }), factHead(fact));
  const item = el("details.fact", { open }, summary);
  item.dataset.fact = fact.iri;
  const fill = () => {
    if (item.open && item.children.length === 1) item.append(claimsView(fact));
  };
  item.addEventListener("toggle", fill);
  fill();
  return item;
}

function neighbours(node) {
  const shown = node.edges.filter((index) => edgeShown[index]);
  const items = shown.slice(0, 200).map((index) => {
    const edge = edges[index];
    const other = nodes[edge.from === node.id ? edge.to : edge.from];
    const arrow = edge.undirected ? "–" : edge.from === node.id ? "→" : "←";
    return el(
      "li",
      null,
      el(
        "button.row",
        { type: "button", onclick: () => choose({ kind: "edge", index }) },
        nodeIcon(other),
        el(
          "span",
          null,
          `${arrow} `,
          named(say(other.label)),
          el("small", {
            textContent: [relationWord(edge), statusWord(edgeStatus[index]), dateRange(edge)]
              .filter(Boolean)
              .join(" · "),
          }),
        ),
      ),
    );
  });
  return el(
    "details.near",
    { open: shown.length <= 12 },
    el("summary", { textContent: `${word("relations")} (${shown.length})` }),
    el("ul.rows", null, ...items),
    shown.length > 200 ? el("p.note", { textContent: word("plainRest") }) : null,
  );
}

function dateRange(edge) {
  if (!edge.earliest || !edge.latest || edge.earliest === edge.latest)
    return dateText(edge.earliest || edge.latest || "");
  return dateText(`${edge.earliest}/${edge.latest}`);
}

function nodeRow(index) {
  const node = nodes[index];
  const text = el("span", null, named(say(node.label)), el("small", { textContent: kindWord(node) }));
  const open = () => choose({ kind: "node", index });
  return el("li", null, el("button.row", { type: "button", onclick: open }, nodeIcon(node), text));
}

function edgePanel(index) {
  const edge = edges[index];
  const status = edgeStatus[index];
  const marks = [pill(status)];
  if (edge.certainty && edge.certainty !== "asserted")
    marks.push(el("span.sure", { textContent: word(edge.certainty) }));
  if (edgeDisputed(edge)) marks.push(warning("disputed"));
  if (edge.inferred) marks.push(el("span.pill.inferred", { textContent: word("inferred") }));
  const ends = [edge.from, edge.to].map(nodeRow);
  const told = (edge.facts || []).filter((number) => factState(facts[number]) !== null);
  return [
    ...panelHead(lineIcon(lineColour(edge, status), dashOf(status)), upperFirst(relationWord(edge)), edgeTitle(edge)),
    el("p.how", null, ...marks, el("time", { textContent: dateRange(edge) })),
    edge.inferred ? el("p.note", { textContent: word("inferredHelp") }) : null,
    el("ul.rows", null, ...ends),
    el("h3", { textContent: `${word("facts")} (${told.length})` }),
    ...told.sort(byDate).map((number) => factItem(number, told.length <= 3)),
    told.length ? null : el("p.note", { textContent: word("noFacts") }),
  ];
}

function factPanel(index) {
  const fact = facts[index];
  const near = [...focusOnFact(index).nodes].map(nodeRow);
  return [
    ...panelHead(null, factKind(fact), say(fact.label)),
    factHead(fact),
    copyLink("fact", fact.iri),
    claimsView(fact, 3),
    near.length ? el("h3", { textContent: word("nodes") }) : null,
    el("ul.rows", null, ...near),
  ];
}

// Nothing chosen: what the page is, where sources disagree, what changed, who stands in the middle.
function startPanel() {
  const order = facts.map((_, index) => index).filter((index) => factState(facts[index]) !== null);
  const changed = (index) => new Set(knownClaims(facts[index]).map((claim) => claim.status)).size > 1;
  const group = (key, members) =>
    members.length
      ? [
          el("h3", { textContent: `${word(key)} (${members.length})` }),
          el("ul.rows", null, ...members.slice(0, 8).map(factButton)),
        ]
      : [];
  const hubs = bySize
    .filter((id) => nodeShown[id])
    .slice(0, 6)
    .map(nodeRow);
  return [
    el("h2", { textContent: word("startTitle") }),
    el("p", { textContent: word("startHelp") }),
    ...group("sourcesDisagree", order.filter((index) => isDisputed(facts[index])).sort(byDate)),
    ...group("plansChanged", order.filter((index) => !isDisputed(facts[index]) && changed(index)).sort(byDate)),
    hubs.length ? el("h3", { textContent: word("inTheMiddle") }) : null,
    el("ul.rows", null, ...hubs),
    lineKey(),
  ];
}

function factButton(index) {
  const fact = facts[index];
  const about = [statusWord((factState(fact) || {}).status), dateText(fact.date)].filter(Boolean).join(" · ");
  const text = el("span", null, named(say(fact.label)), el("small", { textContent: about }));
  return el("li", null, el("button.row", { type: "button", onclick: () => choose({ kind: "fact", index }) }, text));
}

function lineKey() {
  const row = (dash, colour, key) => el("li", null, lineIcon(colour, dash), el("span", { textContent: word(key) }));
  return el(
    "div.key",
    null,
    el("h3", { textContent: word("lineKey") }),
    el(
      "ul",
      null,
      row([], ink.lines[0], "keyHappened"),
      row(dashOf("planned"), ink.lines[0], "keyPlanned"),
      row(dashOf("cancelled"), ink.off, "keyOff"),
      row(dashOf("ended"), ink.lines[0], "keyEnded"),
      el("li", null, el("b.mark", { textContent: "≠" }), el("span", { textContent: word("keyDisputed") })),
    ),
  );
}

function showPanel() {
  const chosen = state.selected;
  const makers = { node: nodePanel, edge: edgePanel, fact: factPanel };
  const parts = chosen ? makers[chosen.kind](chosen.index) : startPanel();
  const panel = byId("panel");
  panel.classList.toggle("chosen", Boolean(chosen));
  panel.replaceChildren(...parts.filter(Boolean));
  panel.scrollTop = 0;
}
