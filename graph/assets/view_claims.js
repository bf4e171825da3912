// Who said what, when: the claims of a fact in order of publication, and where they part.

function pill(status) {
  return el(`span.pill.${/^[a-z]+$/.test(status) ? status : "other"}`, { textContent: statusWord(status) });
}

function warning(key) {
  return el("span.pill.disputed", { textContent: `≠ ${word(key)}` });
}

function sourceLink(source) {
  const title = clean(source.title || source.url || "");
  if (!source.url) return named(title);
  return el("a", { href: source.url, target: "_blank", rel: "noopener noreferrer", dir: "auto", textContent: title });
}

function claimItem(claim, parting) {
  const source = sources[claim.source];
  const certainty =
    claim.certainty && claim.certainty !== "asserted"
      ? el("span.sure", { textContent: word(claim.certainty) })
      : null;
  const item = el(
    `li.claim.${/^[a-z]+$/.test(claim.status || "") ? claim.status : "other"}`,
    null,
    el(
      "p.when",
      null,
      el("time", { textContent: dateText(source.published) || word("undated") }),
      named(clean(source.publisher || ""), "b"),
    ),
    el(
      "p.how",
      null,
      pill(claim.status || ""),
      certainty,
      claim.negated ? el("span.pill.cancelled", { textContent: word("negated") }) : null,
    ),
    el("p.title", null, sourceLink(source)),
  );
  if (claim.quote) item.append(el("q", { dir: "auto", textContent: clean(claim.quote) }));
  item.append(claimNote(claim, source), claimSays(claim, parting));
  return item;
}

function claimNote(claim, source) {
  const note = el("p.note");
  const parts = [];
  if (claim.voice) parts.push(`${word("voice")}: ${say(claim.voice)}`);
  if (claim.paragraph !== undefined)
    parts.push(claim.paragraph ? `${word("paragraph")} ${claim.paragraph}` : word("wholeText"));
  if (source.reliability) parts.push(word(source.reliability));
  note.textContent = parts.join(" · ");
  return note;
}

const roleWord = (role) => {
  const name = word(`role:${role}`);
  return upperFirst(clean(name === `role:${role}` ? role : name));
};

function claimSays(claim, parting) {
  const list = el("dl");
  const row = (role, text) =>
    list.append(
      el("dt", { textContent: roleWord(role) }),
      el(`dd${parting.has(role) ? ".parts" : ""}`, null, named(text)),
    );
  if (claim.date) row("date", dateText(claim.date));
  for (const [role, values] of Object.entries(claim.says || {})) {
    if (role === "date" && claim.date) continue;
    row(role, values.map(clean).join(", "));
  }
  return list;
}

function spoken(claim) {
  const told = { ...(claim.says || {}) };
  if (claim.date) told.date = [claim.date];
  if (claim.status) told.status = [claim.status];
  return told;
}

// Each thing said in more than one way: the different values, and who gave each.
function partings(fact, claims) {
  const roles = new Map();
  for (const claim of claims) {
    for (const [role, values] of Object.entries(spoken(claim))) {
      if (!roles.has(role)) roles.set(role, new Map());
      const key = [...values].sort().join("; ");
      if (!roles.get(role).has(key)) roles.get(role).set(key, []);
      roles.get(role).get(key).push(claim);
    }
  }
  const disputed = new Set(fact.disputed || []);
  if (disputed.has("status") && roles.has("status")) dropOvertaken(roles.get("status"));
  return [...roles]
    .filter(([, ways]) => ways.size > 1)
    .map(([role, ways]) => ({ role, ways, disputed: disputed.has(role) }))
    .sort((a, b) => b.disputed - a.disputed || (a.role < b.role ? -1 : 1));
}

// That a summit was planned is no objection to its having been cancelled.
function dropOvertaken(ways) {
  const outcomes = ["held", "cancelled", "postponed", "ended"];
  if (outcomes.some((status) => ways.has(status)))
    for (const status of ["proposed", "planned", "ongoing"]) ways.delete(status);
}

function wayText(role, key) {
  if (role === "status") return statusWord(key);
  return role === "date" ? dateText(key) : clean(key);
}

function sideBySide(parting, level) {
  const columns = [...parting.ways].map(([key, claims]) =>
    el(
      "li",
      null,
      el("strong", null, named(wayText(parting.role, key))),
      ...claims.map((claim) => {
        const source = sources[claim.source];
        return el("small", {
          textContent: [clean(source.publisher || ""), dateText(source.published)].filter(Boolean).join(", "),
        });
      }),
    ),
  );
  return el(
    `div.parting${parting.disputed ? ".disputed" : ""}`,
    null,
    el(`h${level + 1}`, { textContent: roleWord(parting.role) }),
    el("ul", null, ...columns),
  );
}

function claimsView(fact, level = 4) {
  const claims = knownClaims(fact);
  const later = claimsOf(fact).length - claims.length;
  const different = partings(fact, claims);
  const disputed = different.filter((parting) => parting.disputed);
  const changed = different.filter((parting) => !parting.disputed);
  const box = el("div.claims");
  if (disputed.length)
    box.append(
      el(`h${level}.warn`, { textContent: `≠ ${word("sourcesDisagree")}` }),
      ...disputed.map((parting) => sideBySide(parting, level)),
    );
  box.append(
    el(`h${level}`, { textContent: `${word("claims")} (${claims.length})` }),
    el("ol.life", null, ...claims.map((claim) => claimItem(claim, new Set(disputed.map((parting) => parting.role))))),
  );
  if (changed.length)
    box.append(
      el(
        "details.changed",
        null,
        el("summary", { textContent: word("toldDifferently") }),
        ...changed.map((parting) => sideBySide(parting, level)),
      ),
    );
  if (later) box.append(el("p.note", { textContent: word("laterClaims").replace("{n}", later) }));
  return box;
}
