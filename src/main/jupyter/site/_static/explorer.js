// "Change a choice" on a claim's page: switches and bounds of every question, judged by explorer-rules.js on the data that lie in the page.
addEventListener("DOMContentLoaded", function () {
  "use strict";

  const place = document.getElementById("change-a-choice"), file = document.getElementById("explorer-data");
  if (!place || !file) { return; }
  const data = JSON.parse(file.textContent);
  const parts = data.propositions.filter((part) => part.groups.some((group) => group.decides));
  const fixed = data.propositions.filter((part) => !parts.includes(part));
  const MARK = "#explore=";
  let state = asRegistered(), asked = false;
  const views = {};

  // Words

  function figure(quantity, value, bound) {
    const number = Number((value * (quantity.percent ? 100 : 1)).toFixed(quantity.digits));
    const digits = {minimumFractionDigits: bound ? 0 : quantity.digits, maximumFractionDigits: quantity.digits + (bound ? 3 : 0)};
    const shown = (bound ? value * (quantity.percent ? 100 : 1) : number).toLocaleString("en", digits).replace("-", "\u2212");
    return shown + (!quantity.unit ? "" : (quantity.unit[0] === "%" ? "" : " ") + (/^\u2212?1$/.test(shown) ? one(quantity.unit) : quantity.unit));
  }

  function one(unit) { return unit.replace(/^\S+/, (word) => word.replace(/ies$/, "y").replace(/s$/, "")); }
  function percent(share) { return (100 * share).toFixed(0) + "%"; }
  function capital(words) { return words[0].toUpperCase() + words.slice(1); }
  function ways(number) { return number + (number === 1 ? " way" : " ways") + " of counting"; }
  function plain(name) { return name.replace(/_/g, " "); }

  const BROKEN = {
    holdsGivenTrue: (power, rules) => `it says \u201cholds\u201d in ${percent(power.holdsGivenTrue)} of simulated worlds where it should, and at least ${percent(rules.leastHoldsGivenTrue)} is asked`,
    holdsGivenFalse: (power, rules) => `it says \u201cholds\u201d in ${percent(power.holdsGivenFalse)} of simulated worlds where it should not, and at most ${percent(rules.greatestHoldsGivenFalse)} is allowed`,
    failsGivenTrue: (power, rules) => `it says \u201cfails\u201d in ${percent(power.failsGivenTrue)} of simulated worlds where it should not, and at most ${percent(rules.greatestFailsGivenTrue)} is allowed`
  };

  const ROLES = {H: " It decides the claim.", S: " It does not count for the claim.", N: " It does not count for the claim.", G: " It guards another question."};

  // What one measure says, and why.
  function told(group) {
    const count = group.count, lost = count.all - count.usable;
    const power = group.power;
    let said = count.all === 0 ? "cannot tell: no way of counting is left"
      : count.usable === 0 ? "cannot tell: no way of counting can be run"
      : group.said === "no vote" ? "cannot tell: too few ways of counting can be run"
      : group.broken.length ? "cannot tell: " + group.broken.map((name) => BROKEN[name](power, data.machinery)).join("; ")
      : group.said === "open" ? "undecided" : group.said;
    if (count.usable > 0) {
      said += `. Of ${ways(count.usable)} ${count.holds} ${count.holds === 1 ? "holds" : "hold"}, ${count.fails} ${count.fails === 1 ? "fails" : "fail"}` +
        (lost ? `; ${lost} more cannot be run` : "");
    }
    if (power && !group.broken.length && count.usable > 0) {
      said += `. In simulated worlds it says \u201cholds\u201d in ${percent(power.holdsGivenTrue)} where the claim is true, in ${percent(power.holdsGivenFalse)} where it is false`;
    }
    return said + ".";
  }

  // State and address

  function asRegistered() {
    const fresh = {off: {}, bounds: {}};
    parts.forEach((part) => {
      fresh.off[part.id] = part.choices.map(() => []);
      fresh.bounds[part.id] = part.conditions.map((condition) => condition.bound);
    });
    return fresh;
  }

  function grid(part, condition) { return part.quantities[condition.quantity].grid; }

  function nearest(values, wanted) {
    return values.reduce((best, value, i) => Math.abs(value - wanted) < Math.abs(values[best] - wanted) ? i : best, 0);
  }

  function changes() {
    const said = [];
    parts.forEach((part) => {
      state.off[part.id].forEach((options, choice) => options.forEach((option) => said.push(`${part.id}-${choice}.${option}`)));
      part.conditions.forEach((condition, i) => {
        const at = state.bounds[part.id][i];
        if (at !== condition.bound) { said.push(`${part.id}~${i}=${grid(part, condition)[at]}`); }
      });
    });
    return said;
  }

  function ofAddress() {
    const fresh = asRegistered();
    decodeURIComponent(location.hash).slice(MARK.length).split(",").forEach((change) => {
      const off = /^(\w+)-(\d+)\.(\d+)$/.exec(change), moved = /^(\w+)~(\d+)=(-?[\d.eE+-]+)$/.exec(change);
      const part = parts.find((each) => (off && each.id === off[1]) || (moved && each.id === moved[1]));
      if (!part) { return; }
      if (off && part.choices[off[2]] && part.choices[off[2]].options[off[3]]) {
        const options = fresh.off[part.id][off[2]];
        if (!options.includes(Number(off[3]))) { options.push(Number(off[3])); }
      }
      if (moved && part.conditions[moved[2]] && isFinite(moved[3])) {
        fresh.bounds[part.id][moved[2]] = nearest(grid(part, part.conditions[moved[2]]), Number(moved[3]));
      }
    });
    return fresh;
  }

  function toAddress() {
    const said = changes();
    const address = location.pathname + location.search + (said.length ? MARK + said.join(",") : "");
    if (said.length || location.hash.startsWith(MARK)) { history.replaceState(null, "", address); }
  }

  // The page

  function el(tag, attributes, ...children) {
    const made = /^(svg|line|circle|path)$/.test(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (name.startsWith("on")) { made.addEventListener(name.slice(2), value); } else if (value !== false) { made.setAttribute(name, value === true ? "" : value); }
    });
    made.append(...children);
    return made;
  }

  const status = el("p", {class: "now", role: "status", "aria-live": "polite"});
  const back = el("button", {type: "button", onclick: () => { state = asRegistered(); show(true); back.hidden = true; status.focus(); }}, "Back to registered");
  status.tabIndex = -1;
  const fold = el("details", {class: "explorer", ontoggle: () => { if (fold.open && !Object.keys(views).length) { build(); show(true); } }},
    el("summary", {}, el("span", {role: "heading", "aria-level": 2}, "Change a choice"), el("span", {class: "hint"}, "Leave ways of counting out, move a bound, see which words change.")));
  place.append(fold);
  place.hidden = false;

  function build() {
    fold.append(
      el("p", {}, "Nothing here changes what is registered. Each change is judged at once by the registered rules. The address of the page keeps it, so that you can send it to somebody."),
      el("div", {class: "bar"}, status, back));
    parts.forEach((part, i) => { views[part.id] = partView(part, i === 0); fold.append(views[part.id].fold); });
    if (fixed.length) {
      fold.append(el("p", {class: "note"}, "Nothing to change: " + fixed.map((part) => `${part.id} (${part.word})`).join(", ") + "."));
    }
    const rules = data.machinery;
    fold.append(el("p", {class: "note"}, `What cannot be moved here: the data, the simulated worlds, and how answers become a word (at least ${percent(rules.agreementShare)} of the ways of counting must agree, ` +
      `at least ${percent(rules.usableShare)} of them must run, and a test must say \u201cholds\u201d in at least ${percent(rules.leastHoldsGivenTrue)} of simulated worlds where the claim is true). ` +
      "What a test can tell is always that of the registered way of counting, even where it is left out."));
  }

  function partView(part, open) {
    const view = {part, boxes: [], sliders: []};
    view.word = el("b", {class: "word"});
    view.was = el("span", {class: "was"});
    view.strip = el("div", {class: "strip-now", role: "img"});
    view.said = el("p", {class: "said"});
    view.groups = el("ul", {class: "measures"});
    view.curve = el("figure", {class: "curve"});
    view.fold = el("details", {class: "part", open, ontoggle: () => show(false)},
      el("summary", {}, el("b", {}, part.id), " ", part.question, " ", view.word, " ", view.was,
        ROLES[part.propositionClass] ? el("small", {class: "role"}, ROLES[part.propositionClass]) : ""),
      part.axis ? view.strip : "", part.axis ? view.said : "", view.groups);
    const quantity = shown(part);
    const movable = part.choices.map((choice, i) => ({choice, i, share: explorerRules.explained(part, i, quantity)}))
      .sort((a, b) => (b.share || 0) - (a.share || 0));
    const switches = movable.filter((each) => each.choice.votes.filter((votes) => votes).length > 1);
    if (switches.length) {
      view.fold.append(el("div", {class: "choices"}, ...switches.map((each) => fieldset(view, each))));
    }
    const single = movable.filter((each) => !switches.includes(each)).map((each) => each.choice.name);
    if (single.length) { view.fold.append(el("p", {class: "note"}, `Only one option counts, the rest is shown: ${single.join(", ")}.`)); }
    view.fold.append(el("div", {class: "bounds"}, ...together(part).map((conditions) => slider(view, conditions))));
    if (part.axis) { view.fold.append(view.curve); }
    return view;
  }

  function shown(part) { return part.axis ? part.axis.quantity : part.conditions[0].quantity; }

  function fieldset(view, {choice, i, share}) {
    const spread = share === null ? "the answers do not vary" : `explains ${percent(share)} of the spread`;
    return el("fieldset", {}, el("legend", {}, capital(choice.name), " ", el("small", {}, spread)), ...choice.options.map((words, option) => {
      const votes = choice.votes[option];
      const box = el("input", {type: "checkbox", disabled: !votes, onchange: () => {
        const off = state.off[view.part.id][i].filter((each) => each !== option);
        state.off[view.part.id][i] = box.checked ? off : off.concat(option).sort((a, b) => a - b);
        show(true);
      }});
      view.boxes.push({box, choice: i, option, votes});
      return el("label", {}, box, " ", words, option === 0 ? el("small", {}, " registered") : "", votes ? "" : el("small", {}, " never counts"));
    }));
  }

  // Conditions of one quantity at one bound move together: one side ends where the other begins.
  function together(part) {
    const found = [];
    part.conditions.forEach((condition, i) => {
      const same = found.find((each) => part.conditions[each[0]].quantity === condition.quantity && part.conditions[each[0]].bound === condition.bound);
      if (same) { same.push(i); } else { found.push([i]); }
    });
    return found;
  }

  function slider(view, conditions) {
    const part = view.part, first = part.conditions[conditions[0]], values = grid(part, first), quantity = part.quantities[first.quantity].quantity;
    const times = quantity.percent ? 100 : 1, id = `explore-${part.id}-${conditions[0]}`;
    const set = (at) => { conditions.forEach((i) => { state.bounds[part.id][i] = at; }); show(true); };
    const range = el("input", {type: "range", min: 0, max: values.length - 1, step: 1, "aria-labelledby": id, oninput: () => set(Number(range.value))});
    const number = el("input", {type: "number", min: values[0] * times, max: values[values.length - 1] * times, step: "any", "aria-labelledby": id,
      onchange: () => { set(nearest(values, number.value === "" ? values[first.bound] : Number(number.value) / times)); }});
    const moved = el("span", {class: "moved"});
    const sides = conditions.map((i) => `${part.conditions[i].side} if ${part.conditions[i].comparisonWords}`).join(", ");
    view.sliders.push({range, number, moved, at: conditions[0], values, times, quantity, registered: first.bound});
    return el("div", {class: "bound"}, el("span", {id}, capital(quantity.words), ": ", el("b", {}, sides)),
      el("span", {class: "set"}, range, number, quantity.unit ? el("span", {class: "unit"}, quantity.unit) : "", moved));
  }

  // What follows a change. Only what is unfolded is drawn.

  function show(changed) {
    if (changed && asked) { return; }
    asked = asked || changed;
    requestAnimationFrame(() => { asked = false; draw(changed); });
  }

  function draw(changed) {
    if (!Object.keys(views).length) { return; }
    const judged = explorerRules.judge(data, state);
    const said = changes();
    const now = judged.both ? "no word: bounds overlap, and an answer would both hold and fail" : judged.word;
    const differ = parts.filter((part) => judged.parts[part.id].word !== part.word).map((part) => part.id);
    const words = !said.length ? `The claim, as registered: ${data.word}.`
      : (now === data.word ? `The claim stays as registered: ${now}.` : `The claim now: ${now}. As registered: ${data.word}.`) +
        (differ.length && !judged.both ? ` Changed: ${differ.join(", ")}.` : "");
    if (status.textContent !== words) { status.textContent = words; }
    back.hidden = !said.length;
    parts.forEach((part) => drawPart(views[part.id], judged.parts[part.id]));
    if (changed) { toAddress(); }
  }

  function drawPart(view, judged) {
    const part = view.part, word = judged.both ? "no word" : judged.word;
    view.word.textContent = word;
    view.word.className = "word " + (word === "holds" || word === "fails" ? word : "");
    view.was.textContent = word === part.word ? "" : `registered: ${part.word}`;
    if (!view.fold.open) { return; }
    view.boxes.forEach(({box, choice, option, votes}) => { box.checked = votes && !state.off[part.id][choice].includes(option); });
    view.sliders.forEach((slider) => {
      const at = state.bounds[part.id][slider.at], value = slider.values[at];
      slider.range.value = at;
      slider.range.setAttribute("aria-valuetext", figure(slider.quantity, value, true));
      slider.number.value = Number((value * slider.times).toPrecision(10));
      slider.moved.textContent = at === slider.registered ? "" : `not the registered bound (${figure(slider.quantity, slider.values[slider.registered], true)})`;
    });
    const deciding = judged.groups.filter((group) => group.decides);
    view.groups.replaceChildren(...(judged.both ? [el("li", {}, "These bounds overlap: an answer, or a simulated one, would both hold and fail.")]
      : deciding.map((group) => el("li", {}, el("b", {}, capital(plain(group.name)), ": "), told(group)))));
    if (part.axis) { drawStrip(view, judged); drawCurve(view, judged); }
  }

  // Every way of counting that can be run, counts as registered and has the unit of the axis, with where it stands and whether it is left.
  function answers(part, judged) {
    const found = [];
    part.groups.forEach((group, g) => {
      if (!group.decides) { return; }
      explorerRules.ways(part, group).forEach((way, number) => {
        const value = group.values[part.axis.quantity][number];
        if (way.registered && value !== null && group.unusable[number] < 0 && !group.otherUnit.includes(number)) {
          found.push({value, group: group.name, standing: judged.groups[g].standings[number], left: judged.groups[g].counted[number], registered: number === 0});
        }
      });
    });
    return found.sort((a, b) => a.value - b.value);
  }

  function zones(part) {
    const found = {};
    part.conditions.forEach((condition, i) => {
      if (!condition.shown) { return; }
      const zone = found[condition.side + condition.alternative] = found[condition.side + condition.alternative] || {side: condition.side, from: -Infinity, to: Infinity};
      const bound = grid(part, condition)[state.bounds[part.id][i]];
      if (condition.comparison !== ">" && condition.comparison !== ">=") { zone.to = Math.min(zone.to, bound); }
      if (condition.comparison !== "<" && condition.comparison !== "<=") { zone.from = Math.max(zone.from, bound); }
    });
    return Object.values(found).filter((zone) => zone.from <= zone.to);
  }

  function drawStrip(view, judged) {
    const part = view.part, axis = part.axis, quantity = part.quantities[axis.quantity].quantity;
    const at = (value) => Math.max(0, Math.min(100, 100 * (value - axis.lower) / (axis.upper - axis.lower)));
    const left = answers(part, judged).filter((answer) => answer.left), distinct = new Map();
    left.forEach((answer) => {
      const key = [answer.group, answer.value.toPrecision(9), answer.standing].join(), before = distinct.get(key);
      distinct.set(key, {...answer, registered: answer.registered || Boolean(before && before.registered)});
    });
    const dots = [...distinct.values()].sort((a, b) => a.registered - b.registered);
    const ends = axis.interval.length < 2 ? [] : part.groups.filter((group, g) => group.decides && judged.groups[g].counted[0])
      .map((group) => axis.interval.map((end) => group.values[end][0]).filter((value) => value !== null)).filter((pair) => pair.length > 1);
    view.strip.replaceChildren(
      ...zones(part).map((zone) => el("span", {class: "zone " + zone.side, style: `left: ${at(zone.from)}%; width: max(3px, ${at(zone.to) - at(zone.from)}%)`})),
      ...ends.map((pair) => el("span", {class: "interval", style: `left: ${at(Math.min(...pair))}%; width: ${at(Math.max(...pair)) - at(Math.min(...pair))}%`})),
      ...dots.map((dot) => el("span", {class: `dot ${dot.standing} ${dot.registered ? "registered" : ""}`, style: `left: ${at(dot.value)}%`})));
    const most = left.length && left[left.length - 1].value;
    const words = !left.length ? `${capital(quantity.words)}: no answer is left.`
      : `${capital(quantity.words)}: ${dots.length === 1 ? "one answer" : dots.length + " distinct answers"}, ` +
        (figure(quantity, left[0].value) === figure(quantity, most) ? figure(quantity, most) : `${figure(quantity, left[0].value)} to ${figure(quantity, most)}`) +
        (left.some((answer) => answer.registered) ? ". Ringed: counted as registered." : ". The registered way of counting is left out.") +
        (part.conditions.every((condition) => condition.shown) ? "" : " The rule asks for more than this axis shows.");
    view.strip.setAttribute("aria-label", words);
    view.said.textContent = words;
  }

  function drawCurve(view, judged) {
    const part = view.part, all = answers(part, judged), wide = 640, high = 130, axis = part.axis;
    const x = (i) => 8 + (wide - 16) * (all.length > 1 ? i / (all.length - 1) : 0.5);
    const y = (value) => high - high * (value - axis.lower) / (axis.upper - axis.lower);
    const left = all.filter((answer) => answer.left).length;
    const radius = all.length > 200 ? 2 : all.length > 60 ? 3.2 : 5;
    const bounds = zones(part).flatMap((zone) => [[zone.from, zone.side], [zone.to, zone.side]]).filter(([end]) => isFinite(end) && y(end) >= 0 && y(end) <= high);
    const others = part.groups.some((group) => group.decides && group.otherUnit.length);
    const words = `Every way of counting${others ? " in this unit" : ""} from the lowest answer to the highest: ${left} of ${all.length} count, the hollow ones are left out.`;
    view.curve.replaceChildren(
      el("svg", {viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": words},
        ...bounds.map(([end, side]) => el("line", {class: side, x1: 0, x2: wide, y1: y(end), y2: y(end)})),
        ...[false, true].flatMap((kept) => all.map((answer, i) => answer.left !== kept ? "" : mark(answer, x(i), y(answer.value), radius)).filter((each) => each))),
      el("figcaption", {}, words + " Lines are bounds."));
  }

  function mark(answer, x, y, r) {
    const kind = answer.left ? answer.standing : "off";
    return answer.standing === "fails" ? el("path", {class: kind, d: `M${x} ${y - r * 1.3}l${r * 1.3} ${r * 1.3}l${-r * 1.3} ${r * 1.3}l${-r * 1.3} ${-r * 1.3}z`})
      : el("circle", {class: kind, cx: x, cy: y, r});
  }

  function follow() {
    if (!location.hash.startsWith(MARK)) { return; }
    state = ofAddress();
    fold.open = true;
    if (!Object.keys(views).length) { build(); }
    const said = changes();
    parts.forEach((part) => { if (said.some((change) => change.startsWith(part.id))) { views[part.id].fold.open = true; } });
    show(true);
    place.scrollIntoView();
  }
  addEventListener("hashchange", follow);
  follow();
});
