// The registered rules for a page: what the words are with some ways of counting left out, or under other bounds.
// No page is touched here, and the build holds every word against Java's. A state is {off: {id: [[options left out] a choice]},
// bounds: {id: [place on the grid a condition]}}; what it does not name stands as registered.
var explorerRules = (function () {
  "use strict";

  var POWER = "power_holds_given_true";
  var FIRST = 0x100, NOWHERE = 255;
  var BOTH = "both";

  function compare(value, sign, bound) {
    return sign === "<" ? value < bound : sign === "<=" ? value <= bound
      : sign === ">" ? value > bound : sign === ">=" ? value >= bound : value === bound;
  }

  // Of figures and bounds, one a condition: holds, fails, open, no vote, or both, which no rule may say.
  // An undefined figure is one that is not asked for.
  function standing(conditions, figures, bounds) {
    for (var i = 0; i < conditions.length; i++) {
      if (figures[i] === null) { return "no vote"; }
    }
    var holds = meets("holds", conditions, figures, bounds), fails = meets("fails", conditions, figures, bounds);
    return holds && fails ? BOTH : holds ? "holds" : fails ? "fails" : "open";
  }

  // A side is met where all conditions of one of its alternatives are.
  function meets(side, conditions, figures, bounds) {
    for (var i = 0; i < conditions.length; i++) {
      var all = conditions[i].side === side && figures[i] !== undefined;
      for (var j = 0; all && j < conditions.length; j++) {
        if (conditions[j].side === side && conditions[j].alternative === conditions[i].alternative && figures[j] !== undefined) {
          all = compare(figures[j], conditions[j].comparison, bounds[j]);
        }
      }
      if (all) { return true; }
    }
    return false;
  }

  function bounds(part, state) {
    var moved = state.bounds && state.bounds[part.id];
    return part.conditions.map(function (one, i) { return moved ? moved[i] : one.bound; });
  }

  // The ways of counting of a group, made once.
  function waysOf(part, group) {
    group.ways = group.ways || group.unusable.map(function (reason, number) {
      var chosen = selections(group, number);
      return {chosen: chosen, registered: chosen.every(function (one) { return part.choices[one[0]].votes[one[1]]; })};
    });
    return group.ways;
  }

  // The options of a way of counting: for each choice of its group, the place among all choices and of the option.
  function selections(group, number) {
    var chosen = [];
    for (var i = group.options.length - 1; i >= 0; i--) {
      var own = group.options[i], count = own.length - 1;
      chosen.unshift([own[0], own[1 + number % count]]);
      number = Math.floor(number / count);
    }
    return chosen;
  }

  function left(chosen, off) {
    for (var i = 0; off && i < chosen.length; i++) {
      var options = off[chosen[i][0]];
      if (options && options.indexOf(chosen[i][1]) >= 0) { return false; }
    }
    return true;
  }

  // What rests on the bounds alone: what the test says in simulated worlds, and where every way of counting stands.
  // It is kept until a bound moves.
  function under(part, group, at) {
    if (!group.under || group.under.at !== at.join()) {
      var told = simulated(part, group, at);
      var values = part.conditions.map(function (one, i) { return part.quantities[one.quantity].grid[at[i]]; });
      var standings = group.unusable.map(function (reason, number) {
        return reason >= 0 ? "no vote" : standing(part.conditions, part.conditions.map(function (one) {
          return asksForPower(part, one) ? (told ? told.holdsGivenTrue : 0) : group.values[one.quantity][number];
        }), values);
      });
      group.under = {at: at.join(), power: told, standings: standings,
        both: standings.indexOf(BOTH) >= 0 || told !== null && told.worlds.some(function (one) { return one.both > 0; })};
    }
    return group.under;
  }

  function asksForPower(part, condition) {
    return part.quantities[condition.quantity].quantity.quantity === POWER;
  }

  // Of the registered way of counting, whatever is left out.
  function simulated(part, group, at) {
    if (!group.worlds.length) { return null; }
    var places = at.map(function (one) { return 2 * one + 1; });
    var figures = at.map(function () { return undefined; });
    var asked = part.conditions.map(function (one) { return !asksForPower(part, one); });
    var worlds = group.worlds.map(function (world) {
      var count = {holds: 0, fails: 0, open: 0, "no vote": 0, both: 0};
      for (var draw = 0; draw < group.draws; draw++) {
        for (var i = 0; i < figures.length; i++) {
          if (asked[i]) {
            var place = world.places[part.conditions[i].quantity].charCodeAt(draw) - FIRST;
            figures[i] = place === NOWHERE ? null : place;
          }
        }
        count[standing(part.conditions, figures, places)]++;
      }
      return count;
    });
    var whenTrue = worlds.slice(0, -1), whenFalse = worlds[worlds.length - 1];
    function shares(which) { return whenTrue.map(function (one) { return one[which]; }); }
    return {
      worlds: worlds,
      holdsGivenTrue: Math.min.apply(null, shares("holds")) / group.draws,
      failsGivenTrue: Math.max.apply(null, shares("fails")) / group.draws,
      holdsGivenFalse: whenFalse.holds / group.draws,
      failsGivenFalse: whenFalse.fails / group.draws
    };
  }

  // Why what a test says does not count; empty where it does.
  function broken(vote, power, machinery) {
    var found = [];
    if (!power) { return found; }
    if (power.holdsGivenTrue < machinery.leastHoldsGivenTrue) { found.push("holdsGivenTrue"); }
    if (vote === "holds" && power.holdsGivenFalse > machinery.greatestHoldsGivenFalse) { found.push("holdsGivenFalse"); }
    if (vote === "fails" && power.failsGivenTrue > machinery.greatestFailsGivenTrue) { found.push("failsGivenTrue"); }
    return found;
  }

  // What enough ways of counting say, whatever the test can tell.
  function side(count, machinery) {
    return count.usable === 0 || count.usable < machinery.usableShare * count.all ? "no vote"
      : count.holds / count.usable >= machinery.agreementShare ? "holds"
      : count.fails / count.usable >= machinery.agreementShare ? "fails" : "open";
  }

  function judged(part, group, state, machinery) {
    var now = under(part, group, bounds(part, state)), told = now.power;
    var count = {all: 0, usable: 0, holds: 0, fails: 0, open: 0, "no vote": 0, both: 0};
    var all = waysOf(part, group), off = state.off && state.off[part.id], counted = [];
    for (var number = 0; number < all.length; number++) {
      counted[number] = all[number].registered && left(all[number].chosen, off);
      if (counted[number]) {
        count.all++;
        count.usable += now.standings[number] === "no vote" ? 0 : 1;
        count[now.standings[number]]++;
      }
    }
    var said = side(count, machinery);
    var reasons = said === "no vote" ? [] : broken(said, told, machinery);
    return {name: group.name, decides: group.decides, standings: now.standings, counted: counted, count: count, power: told,
      said: said, broken: reasons, vote: reasons.length ? "no vote" : said, both: now.both, nearest: weight(told, now.standings[0])};
  }

  // The weight of the evidence at its end nearest to 1; 1 where there is none.
  function weight(told, outcome) {
    if (!told) { return 1; }
    var f = told.worlds[told.worlds.length - 1][outcome], least = Infinity, most = 0;
    for (var i = 0; i < told.worlds.length - 1; i++) {
      var t = told.worlds[i][outcome];
      if (t === 0 && f === 0) { return 1; }
      least = Math.min(least, Math.max(t, 1) / Math.max(f, 1));
      most = Math.max(most, Math.max(t, 1) / Math.max(f, 1));
    }
    return least > 1 ? least : most < 1 ? most : 1;
  }

  function join(quantifier, votes, majority) {
    function number(vote) { return votes.filter(function (one) { return one === vote; }).length; }
    var hold = number("holds"), fail = number("fails"), voting = votes.length - number("no vote");
    if (voting === 0) { return "cannot tell"; }
    if (quantifier === "none") { return fail > 0 ? "fails" : hold === voting ? "holds" : "open"; }
    if (quantifier === "every" && (hold === voting || fail === voting)) { return hold === voting ? "holds" : "fails"; }
    if (hold > 0 && fail > 0) { return "split"; }
    return quantifier !== "most" ? "open" : hold > majority * voting ? "holds" : fail > majority * voting ? "fails" : "open";
  }

  function leaning(alone, groups, machinery) {
    if (alone !== "open" && alone !== "cannot tell") { return ""; }
    var deciding = groups.filter(function (one) { return one.decides && one.power; });
    var least = machinery.leaningLeast, needed = machinery.leaningGroupsShare * deciding.length;
    var towards = deciding.filter(function (one) { return one.nearest >= least; }).length;
    var away = deciding.filter(function (one) { return one.nearest <= 1 / least; }).length;
    return away === 0 && towards > needed ? ", leaning towards the claim" : towards === 0 && away > needed ? ", leaning away from it" : "";
  }

  function claimWord(deciding, others) {
    function all(word) { return others.every(function (one) { return one === word; }); }
    function any(word) { return others.indexOf(word) >= 0; }
    switch (deciding) {
      case "holds": return all("holds") ? "supported" : any("fails") || any("split") ? "contested" : "partly supported";
      case "fails": return all("fails") ? "refuted" : any("holds") || any("split") ? "contested" : "not supported";
      case "split": return "contested";
      case "open": return "open";
      default: return "cannot tell";
    }
  }

  // The claim with every word: {word, both, parts: {id: {word, wordAlone, both, groups}}}. Where bounds overlap there is no word.
  function judge(data, state) {
    var parts = {}, both = false;
    data.propositions.forEach(function (part) {
      var groups = part.groups.map(function (group) { return judged(part, group, state, data.machinery); });
      var deciding = groups.filter(function (one) { return one.decides; });
      var fixed = deciding.length === 0;
      var overlap = !fixed && groups.some(function (one) { return one.both; });
      both = both || overlap;
      parts[part.id] = {groups: groups, both: overlap, wordAlone: fixed ? part.wordAlone
        : join(part.quantifier, deciding.map(function (one) { return one.vote; }), data.machinery.majorityShare)};
    });
    data.propositions.forEach(function (part) {
      var mine = parts[part.id], gate = parts[part.gate], parent = parts[part.parent];
      mine.word = mine.wordAlone;
      if (gate && gate.wordAlone !== "holds" && gate.wordAlone !== "open" && ["holds", "fails", "split"].indexOf(mine.word) >= 0) {
        mine.word = "open";
      }
      if (part.parent && (!parent || parent.word !== "holds")) { mine.word = "not applicable"; }
    });
    var heart = data.propositions.filter(function (one) { return one.propositionClass === "H"; })[0];
    var others = data.propositions.filter(function (one) { return one.propositionClass === "C"; })
      .map(function (one) { return parts[one.id].word; }).filter(function (word) { return word !== "not applicable"; });
    var decided = parts[heart.id], word = claimWord(decided.word, others);
    var leans = (word === "open" || word === "cannot tell") && decided.word === decided.wordAlone;
    return {word: both ? "" : word + (leans ? leaning(decided.wordAlone, decided.groups, data.machinery) : ""), both: both, parts: parts};
  }

  // The share of the spread of a quantity within groups that a choice explains: of the variance of all ways of counting that
  // can be run and count as registered, the part between its options. Null where nothing varies.
  function explained(part, choice, quantity) {
    var between = 0, total = 0;
    part.groups.filter(function (group) { return group.decides; }).forEach(function (group) {
      var all = [], byOption = {};
      group.values[quantity].forEach(function (value, number) {
        var way = waysOf(part, group)[number];
        if (value === null || group.unusable[number] >= 0 || !way.registered) { return; }
        var mine = way.chosen.filter(function (one) { return one[0] === choice; })[0];
        var option = mine ? mine[1] : -1;
        (byOption[option] = byOption[option] || []).push(value);
        all.push(value);
      });
      var mean = average(all);
      all.forEach(function (value) { total += (value - mean) * (value - mean); });
      Object.keys(byOption).forEach(function (option) {
        between += byOption[option].length * Math.pow(average(byOption[option]) - mean, 2);
      });
    });
    return total > 0 ? between / total : null;
  }

  function average(values) {
    return values.reduce(function (sum, one) { return sum + one; }, 0) / values.length;
  }

  return {judge: judge, explained: explained, bounds: bounds, ways: waysOf, side: side, broken: broken, join: join};
})();
