"""The work of the benchmarks in Python, on the same data.

    peers.py results CASE    prints CASE, PEER, FIGURE, value: what the Java side is held against
    peers.py times CASE      prints CASE, PEER, median microseconds a call
    peers.py versions        prints the Python, then its packages, name and version

Tab-separated. A case is a function that returns its peers: for each a callable without arguments that does one call's work
and returns the figures by name. Add a case to CASES here and to Bench.CASES on the Java side, under the same name.
"""

import csv
import importlib
import importlib.metadata
import itertools
import platform
import statistics
import sys
import time
import types
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import ruptures
import scipy.linalg
import scipy.optimize
import scipy.special
import scipy.stats
import statsmodels.api as sm
from statsmodels.stats.sandwich_covariance import cov_cluster_2groups

ROOT = Path(__file__).resolve().parents[3]
VALIDATION = ROOT / "src/test/resources/validation"
DATA = VALIDATION / "series"
SEED = 1
DRAWS = 10_000
WARM_UP_SECONDS = 0.5
SECONDS = 3


def column(file, name):
    with open(DATA / file, encoding="utf-8", newline="") as lines:
        return np.array([float(row[name]) for row in csv.DictReader(lines)])


def growth(name):
    return 400 * np.diff(np.log(column("macrodata.csv", name)))


def least_squares():
    y = growth("realinv")
    x = np.column_stack([growth("realgdp"), column("macrodata.csv", "realint")[:-1], np.ones(len(y))])
    lags = 4

    def figures(coefficients, errors):
        return {f"coefficient {j}": c for j, c in enumerate(coefficients)} | {f"error {j}": e for j, e in enumerate(errors)}

    def with_statsmodels():
        fit = sm.OLS(y, x).fit(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True})
        return figures(fit.params, fit.bse)

    def with_numpy():
        n, k = x.shape
        b = np.linalg.lstsq(x, y)[0]
        scores = (y - x @ b)[:, None] * x
        meat = scores.T @ scores
        for lag in range(1, lags + 1):
            product = scores[lag:].T @ scores[:-lag]
            meat += (1 - lag / (lags + 1)) * (product + product.T)
        bread = np.linalg.inv(x.T @ x)
        return figures(b, np.sqrt(np.diag(bread @ meat @ bread) * n / (n - k)))

    return {"statsmodels": with_statsmodels, "numpy": with_numpy}


def nonlinear_fits():
    def problem(name):
        lines = (VALIDATION / f"nist/{name}.dat").read_text(encoding="utf-8").splitlines()
        start = next(i for i, line in enumerate(lines) if line.split() == ["Data:", "y", "x"])
        return np.loadtxt(lines[start + 1 :], unpack=True)

    def logistic(x, b1, b2, b3):
        return b1 / (1 + np.exp(b2 - b3 * x))

    def saturating(x, b1, b2):
        return b1 * (1 - np.exp(-b2 * x))

    def peak(x, b1, b2, b3):
        return b1 / b2 * np.exp(-(((x - b3) / b2) ** 2) / 2)

    def logistic_and_slopes(x, b):
        e = np.exp(b[1] - b[2] * x)
        share = 1 / (1 + e)
        slope = b[0] * share * share * e
        return b[0] * share, np.array([share, -slope, slope * x])

    def saturating_and_slopes(x, b):
        e = np.exp(-b[1] * x)
        return b[0] * (1 - e), np.array([1 - e, b[0] * x * e])

    def peak_and_slopes(x, b):
        z = (x - b[2]) / b[1]
        e = np.exp(-z * z / 2) / b[1]
        return b[0] * e, np.array([e, b[0] * e * (z * z - 1) / b[1], b[0] * e * z / b[1]])

    problems = [
        (*problem("Rat42"), [100, 1, 0.1], logistic, logistic_and_slopes),
        (*problem("Misra1a"), [500, 0.0001], saturating, saturating_and_slopes),
        (*problem("Eckerle4"), [1, 10, 500], peak, peak_and_slopes),
    ]

    def figures(fits):
        return {f"curve {i} b{j}": value for i, fit in enumerate(fits) for j, value in enumerate(fit)}

    def with_scipy():
        # with its default tolerance of 1e-8 it ends short of the certified digits
        return figures(scipy.optimize.curve_fit(curve, x, y, start, ftol=1e-12, xtol=1e-12)[0] for y, x, start, curve, _ in problems)

    def levenberg_marquardt(y, x, start, curve):
        # damped by the largest curvature seen of each parameter, as MINPACK does
        b, damping, most = np.array(start, float), 1e-3, 0
        value, slopes = curve(x, b)
        left = y - value
        rss = left @ left
        for _ in range(1000):
            gram, pull = slopes @ slopes.T, slopes @ left
            most = np.maximum(most, gram.diagonal())
            while True:
                step = np.linalg.solve(gram + np.diag(damping * most), pull)
                value, tried_slopes = curve(x, b + step)
                tried = y - value
                tried_rss = tried @ tried
                small = (np.abs(step) <= 1e-8 * np.abs(b)).all()
                if tried_rss < rss or small:
                    break
                damping *= 4
            b, left, slopes, rss, damping = b + step, tried, tried_slopes, tried_rss, damping / 10
            if small:
                return b
        raise ValueError("no end")

    def with_numpy():
        return figures(levenberg_marquardt(y, x, start, curve) for y, x, start, _, curve in problems)

    return {"scipy": with_scipy, "numpy": with_numpy}


def partitions():
    n, least, most = 200, 30, 5
    y, x = growth("realgdp")[:n], column("macrodata.csv", "realint")[:n]

    def figures(found):
        return {f"{name} {m}": value for m, (rss, dates) in enumerate(found) for name, value in (("rss", rss), ("dates", sum(dates)))}

    def with_ruptures():
        design = np.column_stack([np.ones(n), x])
        algorithm = ruptures.Dynp(model="linear", min_size=least, jump=1).fit(np.column_stack([y, design]))
        found = [(algorithm.cost.error(0, n), [])]
        for m in range(1, most + 1):
            dates = algorithm.predict(m)
            found.append((algorithm.cost.sum_of_costs(dates), dates[:-1]))
        return figures(found)

    def with_numpy():
        # sums up to every date, from which the regression of any segment follows in closed form
        u, v = x - x.mean(), y - y.mean()
        upto = np.zeros((5, n + 1))
        np.cumsum(np.array([u, v, u * u, u * v, v * v]), axis=1, out=upto[:, 1:])
        start, end = np.arange(n - least + 1)[:, None], np.arange(n + 1)
        length = end - start
        short = length < least
        length = np.where(short, 1, length)
        su, sv, suu, suv, svv = upto[:, None, :] - upto[:, : n - least + 1, None]
        suu -= su * su / length
        suv -= su * sv / length
        svv -= sv * sv / length
        with np.errstate(invalid="ignore", divide="ignore"):
            rss = np.where(short, np.inf, svv - suv * suv / suu)
        best, came, found = rss[0], [], [(rss[0, n], [])]
        for m in range(1, most + 1):
            sums = best[: n - least + 1, None] + rss
            before = sums.argmin(axis=0)
            best = sums[before, end]
            best[: (m + 1) * least] = np.inf
            came.append(before)
            dates, at = [], n
            for step in reversed(came):
                at = step[at]
                dates.append(at)
            found.append((best[n], dates))
        return figures(found)

    return {"ruptures": with_ruptures, "numpy": with_numpy}


def technologies():
    """Year, log cost and log cumulative output of every technology with ten years, in the order of the table of series."""

    def table(name):
        with open(ROOT / f"data/{name}.csv", encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    series = {}
    for row in table("energy/performance_curves"):
        series.setdefault(row["technology"], []).append((row["time_year"], row["unit_cost"], row["cumulative_output_before"]))
    solar = [(row["year"], row["module_price_2023usd_per_w"], row["cumulative_capacity_mw"]) for row in table("energy/solar_world")]
    series["energy/solar_world"] = [(year, cost, before) for (year, cost, _), (_, _, before) in zip(solar[1:], solar) if before]
    cells, before = [], 0.0
    for row in table("noncommercial/lithium_ion"):
        if before:
            cells.append((row["year"], row["price_all_cells_2018usd_per_kwh"], before))
        if row["market_size_all_mwh_per_year"]:
            before += float(row["market_size_all_mwh_per_year"])
        elif before:
            break
    series["noncommercial/lithium_ion"] = cells
    found = []
    for row in table("claims/learning_series"):
        if row["stands"] == "true":
            years, cost, output = unbroken(np.array(series[row["series"]], float).T)
            if len(np.unique(np.floor(years))) >= 10:
                found.append((years, np.log(cost), np.log(output)))
    return found


def unbroken(columns):
    """The longest stretch, the later of two, in which cumulative output never grows more than tenfold in a step."""
    cuts = [0, *(np.flatnonzero(np.abs(np.diff(np.log(columns[2]))) > np.log(10)) + 1), columns.shape[1]]
    _, first, end = max((end - first, first, end) for first, end in zip(cuts, cuts[1:]))
    return columns[:, first:end]


def hindcast_contest():
    least_past, farthest, level = 5, 20, 0.975
    all_series = technologies()

    def figures(sums):
        held, wright, moore, inside = sums
        return {
            f"{name} at {steps + 1}": value
            for steps in range(farthest)
            if held[steps]
            for name, value in (
                ("technologies", held[steps]),
                ("Wright", np.sqrt(wright[steps] / held[steps])),
                ("Moore", np.sqrt(moore[steps] / held[steps])),
                ("inside", inside[steps] / held[steps]),
            )
        }

    def with_statsmodels():
        sums = np.zeros((4, farthest))
        for years, cost, output in all_series:
            own, counts = np.zeros((3, farthest)), np.zeros(farthest)
            for past in range(least_past, len(years)):
                misses = []
                for driver in (output, years):
                    fit = sm.OLS(np.diff(cost[:past]), np.diff(driver[:past])).fit()
                    ahead = driver[past:] - driver[past - 1]
                    miss = cost[past:] - cost[past - 1] - fit.params[0] * ahead
                    steps = np.arange(1, len(miss) + 1)
                    sd = np.sqrt(fit.scale * (steps + ahead**2 / np.sum(np.diff(driver[:past]) ** 2)))
                    misses.append((miss, np.abs(miss) <= scipy.stats.t.ppf(level, fit.df_resid) * sd))
                reach = min(farthest, len(misses[0][0]))
                counts[:reach] += 1
                own[0, :reach] += misses[0][0][:reach] ** 2
                own[1, :reach] += misses[1][0][:reach] ** 2
                own[2, :reach] += misses[0][1][:reach]
            reached = counts > 0
            sums[0] += reached
            sums[1:] += np.where(reached, own / np.maximum(counts, 1), 0)
        return figures(sums)

    def with_numpy():
        sums = np.zeros((4, farthest))
        quantiles = scipy.special.stdtrit(np.arange(1, 200), level)
        for years, cost, output in all_series:
            n = len(years)
            past = np.arange(least_past, n)[:, None]
            steps = np.arange(1, min(farthest, n - least_past) + 1)
            target = past - 1 + steps
            there = target < n
            target = np.where(there, target, n - 1)
            drop = np.diff(cost)
            drops = np.cumsum(drop * drop)[past - 2]
            critical = quantiles[past - 3]
            fell = cost[target] - cost[past - 1]
            counts = there.sum(axis=0)
            sums[0, : len(steps)] += 1
            for row, driver in ((1, output), (2, years)):
                step = np.diff(driver)
                squares, products = np.cumsum(step * step)[past - 2], np.cumsum(step * drop)[past - 2]
                ahead = driver[target] - driver[past - 1]
                miss = np.where(there, fell - products / squares * ahead, 0)
                variance = (drops - products**2 / squares) / (past - 2)
                sums[row, : len(steps)] += (miss * miss).sum(axis=0) / counts
                inside = there & (miss * miss <= critical**2 * variance * (steps + ahead**2 / squares))
                if row == 1:
                    sums[3, : len(steps)] += inside.sum(axis=0) / counts
        return figures(sums)

    return {"statsmodels": with_statsmodels, "numpy": with_numpy}


def placebo_pairs():
    least = 10
    all_series = technologies()
    frames = [(pd.DataFrame({"year": y, "cost": c}), pd.DataFrame({"year": y, "output": o})) for y, c, o in all_series]

    def automatic_lags(n):
        return np.minimum(np.floor(4 * (n / 100) ** (2 / 9)).astype(int), n - 1)

    def figures(years, learn):
        return {"pairs": len(years), "years": np.sum(years), "learn": np.sum(learn)}

    def with_statsmodels():
        years, learn = [], []
        for i, (cost, _) in enumerate(frames):
            for j, (_, output) in enumerate(frames):
                if i != j:
                    both = cost.merge(output, on="year")
                    if len(both) >= least and both.cost.nunique() > 1:
                        lags = int(automatic_lags(np.array(len(both))))
                        fit = sm.OLS(both.cost.to_numpy(), sm.add_constant(both.output.to_numpy())).fit(
                            cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True
                        )
                        years.append(len(both))
                        learn.append(fit.conf_int()[1, 1] < 0)
        return figures(years, learn)

    grid = np.unique(np.concatenate([years for years, _, _ in all_series]))
    places = [np.searchsorted(grid, years) for years, _, _ in all_series]
    costs, outputs = np.full((2, len(all_series), len(grid)), np.nan)
    for i, (place, (_, cost, output)) in enumerate(zip(places, all_series)):
        costs[i, place], outputs[i, place] = cost, output
    known = ~np.isnan(costs)

    def with_numpy():
        own, other = np.nonzero((known.astype(np.float32) @ known.T.astype(np.float32)) >= least)
        own, other = own[own != other], other[own != other]
        both = known[own] & known[other]
        n = both.sum(axis=1)
        # common years moved to the front, so that neighbours are neighbours
        order = np.argsort(~both, axis=1, kind="stable")[:, : n.max()]
        held = np.arange(n.max()) < n[:, None]
        y = np.where(held, costs[own[:, None], order], 0)
        x = np.where(held, outputs[other[:, None], order], 0)
        x = np.where(held, x - (x.sum(axis=1) / n)[:, None], 0)
        y = np.where(held, y - (y.sum(axis=1) / n)[:, None], 0)
        squares = (x * x).sum(axis=1)
        varies = (np.abs(y) > 1e-12).any(axis=1)
        slope = (x * y).sum(axis=1) / squares
        score = x * (y - slope[:, None] * x)
        lags = automatic_lags(n)
        meat = (score * score).sum(axis=1)
        for lag in range(1, lags.max() + 1):
            weight = np.maximum(0, 1 - lag / (lags + 1))
            meat += 2 * weight * (score[:, lag:] * score[:, :-lag]).sum(axis=1)
        error = np.sqrt(meat * n / (n - 2)) / squares
        learn = slope + scipy.special.stdtrit(n - 2, 0.975) * error < 0
        return figures(n[varies], learn[varies])

    return {"statsmodels": with_statsmodels, "numpy": with_numpy}


def ten_thousand_specifications():
    outcomes = {name: growth(name) for name in ("realgdp", "realcons", "realinv", "realgovt", "realdpi")}
    rates = {name: column("macrodata.csv", name)[1:] for name in ("tbilrate", "unemp", "infl", "realint")} | {"pop": growth("pop")}
    money, n = growth("m1"), len(growth("m1"))
    trend = np.arange(n, dtype=float)
    windows = [((first - 1959) * 4 - 1, min(n, (last - 1959) * 4 + 3)) for first in range(1960, 1977, 4) for last in range(2009, 1992, -4)]
    switches = list(itertools.product((False, True), repeat=4))

    def automatic_lags(length):
        return int(4 * (length / 100) ** (2 / 9))

    def figures(lower, upper, estimate):
        return {
            "specifications": len(lower),
            "holds": np.count_nonzero(lower > 0),
            "fails": np.count_nonzero(upper < 0),
            "lower": np.sum(lower),
            "estimate": np.sum(estimate),
        }

    def columns(y, x, switch):
        lagged = [np.concatenate([[np.nan], values[:-1]]) for values in (y, x)]
        return [np.ones(n), x] + [values for values, on in zip([trend, money, *lagged], switch) if on]

    def with_statsmodels():
        found = []
        for y, x, switch, (first, last) in itertools.product(outcomes.values(), rates.values(), switches, windows):
            design = np.column_stack(columns(y, x, switch))[first:last]
            fit = sm.OLS(y[first:last], design).fit(
                cov_type="HAC", cov_kwds={"maxlags": automatic_lags(last - first), "use_correction": True}, use_t=True
            )
            found.append((*fit.conf_int()[1], fit.params[1]))
        return figures(*np.array(found).T)

    def with_numpy():
        # all outcomes and rates of one window and one set of controls at once
        found = []
        for switch in switches:
            designs = np.array([np.column_stack(columns(y, x, switch)) for y in outcomes.values() for x in rates.values()])
            for first, last in windows:
                x, length = designs[:, first:last], last - first
                y = np.repeat([values[first:last] for values in outcomes.values()], len(rates), axis=0)
                k = x.shape[2]
                turned = x.transpose(0, 2, 1)
                bread = np.linalg.inv(turned @ x)
                b = (bread @ (turned @ y[:, :, None]))[:, :, 0]
                # of the coefficient alone: its row of the bread times the scores
                score = (x @ bread[:, 1, :, None])[:, :, 0] * (y - (x @ b[:, :, None])[:, :, 0])
                variance = np.einsum("it,it->i", score, score)
                lags = automatic_lags(length)
                for lag in range(1, lags + 1):
                    variance += 2 * (1 - lag / (lags + 1)) * np.einsum("it,it->i", score[:, lag:], score[:, :-lag])
                half = scipy.special.stdtrit(length - k, 0.975) * np.sqrt(variance * length / (length - k))
                found.append((b[:, 1] - half, b[:, 1] + half, b[:, 1]))
        return figures(*np.concatenate(found, axis=1))

    return {"statsmodels": with_statsmodels, "numpy": with_numpy}


def permutation():
    nile = column("nile.csv", "volume")
    first, second = nile[:15], nile[15:30]
    pool = np.concatenate([first, second])

    def difference(a, b, axis=-1):
        return a.mean(axis=axis) - b.mean(axis=axis)

    def with_scipy():
        test = scipy.stats.permutation_test(
            (first, second), difference, vectorized=True, n_resamples=DRAWS, alternative="greater", rng=np.random.default_rng(SEED)
        )
        return {"difference": test.statistic, "p": test.pvalue}

    def with_numpy():
        random = np.random.default_rng(SEED)
        # the places of the lowest of random keys: quicker than Generator.permuted
        keys = random.random((DRAWS, len(pool)), dtype=np.float32)
        sums = pool[keys.argpartition(len(first), axis=1)[:, : len(first)]].sum(axis=1)
        return {"difference": difference(first, second), "p": (1 + np.count_nonzero(sums >= first.sum() - 1e-9)) / (DRAWS + 1)}

    return {"scipy": with_scipy, "numpy": with_numpy}


def block_bootstrap():
    nile = column("nile.csv", "volume")
    length = 10

    def with_numpy():
        random = np.random.default_rng(SEED)
        n = len(nile)
        cumulated = np.concatenate([[0], np.cumsum(np.concatenate([nile, nile[: length - 1]]))])
        blocks = (cumulated[length:] - cumulated[:-length]) / n
        means = blocks[random.integers(0, n, (DRAWS, n // length))].sum(axis=1)
        lower, upper = np.quantile(means, [0.025, 0.975])
        return {"estimate": nile.mean(), "standard error": means.std(ddof=1), "lower": lower, "upper": upper}

    return {"numpy": with_numpy}


def frontiers_and_lags():
    with open(ROOT / "data/ai/index_models_2026_04.csv", encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["release_date"]]
    frame = pd.DataFrame(
        {
            "country": [row["country"] for row in rows],
            "day": [date.fromisoformat(row["release_date"]).toordinal() for row in rows],
            "score": [float(row["score"]) for row in rows],
        }
    )
    us, cn = (frame[frame.country == country][["day", "score"]] for country in ("USA", "CHN"))
    first, last = date(2023, 6, 1).toordinal(), date(2026, 4, 19).toordinal()
    days_per_month = 30.4375

    def with_numpy():
        def records(side):
            order = np.lexsort((-side[:, 1], side[:, 0]))
            day, score = side[order, 0], side[order, 1]
            best = np.maximum.accumulate(score)
            lifts = np.concatenate([[True], best[1:] > best[:-1]])
            return day[lifts], score[lifts]

        day, score = records(us_array)
        followed, shown = records(cn_array)

        def months(score_at, day_at):
            reached = np.searchsorted(score, score_at)
            since = np.where(reached < len(day), day[np.minimum(reached, len(day) - 1)], np.inf)
            return np.maximum(day_at - since, 0) / days_per_month

        every = np.arange(first, last + 1)
        current = shown[np.searchsorted(followed, every, side="right") - 1]
        return {"records": months(shown, followed).mean(), "daily": months(current, every).mean()}

    def with_pandas():
        def records(side):
            side = side.sort_values(["day", "score"], ascending=[True, False])
            return side[side.score > side.score.cummax().shift(fill_value=-np.inf)]

        leader, follower = records(us), records(cn)

        def months(shown):
            since = pd.merge_asof(
                shown.sort_values("score"), leader.rename(columns={"day": "since"}).sort_values("score"), on="score", direction="forward"
            )
            return ((since.day - since.since).clip(lower=0) / days_per_month).mean()

        every = pd.merge_asof(pd.DataFrame({"at": np.arange(first, last + 1)}), follower, left_on="at", right_on="day")
        return {"records": months(follower), "daily": months(every[["at", "score"]].rename(columns={"at": "day"}))}

    us_array, cn_array = us.to_numpy(), cn.to_numpy()
    return {"pandas": with_pandas, "numpy": with_numpy}


def interval_for_a_month():
    # tonnes and months of the blocks of China's magnet exports, January 2024 to March 2025
    sums = np.array([22370.0, 5150, 5278, 5333, 4914, 4725, 10382, 9947, 5323])
    months = np.array([5.0, 1, 1, 1, 1, 1, 2, 2, 1])

    def with_quantile(quantile):
        total = months.sum()
        mean = sums.sum() / total
        deviation = np.sqrt((months * (sums / months - mean) ** 2).sum() / (len(sums) - 1))
        half = quantile(len(sums) - 1) * deviation * np.sqrt(1 + 1 / total)
        return {"mean": mean, "lower": mean - half, "upper": mean + half}

    return {
        "scipy": lambda: with_quantile(lambda freedom: scipy.stats.t.ppf(0.975, freedom)),
        "numpy": lambda: with_quantile(lambda freedom: scipy.special.stdtrit(freedom, 0.975)),
    }


def break_even_stock():
    draws, root = 100_000, 1.1673039782614187
    number = np.arange(1, draws + 1)

    def even(coordinate):
        place = number * root**-coordinate
        return place - np.floor(place)

    def with_numpy():
        demand, delay, part, recycled = 10 * 300 ** even(1), 36 * even(2), 0.5 + 0.5 * even(3), 0.2 * even(4)
        now, planned, start = 36 / demand, part * 200 / demand, 15 + delay
        step, unmet = 0.25, np.zeros(draws)
        for n in range(240):
            supply = (now if n * step >= 3 else 0) + np.where(n * step >= start, planned, 0)
            unmet += step * np.maximum(0, 1 - recycled - supply)
        return {"mean": unmet.mean()}

    return {"numpy": with_numpy}


def shapes_of_a_delay():
    flow = column("nile.csv", "volume")[13:43]
    days = np.array([date(1884 + i, 7, 2).toordinal() for i in range(30)]) - date(1899, 1, 1).toordinal()
    t = days / 365.25
    one, controlled, since = np.ones(30), (t >= 0).astype(float), np.maximum(t, 0)
    latest = t.max() / np.arccosh(1 / np.sqrt(0.1))

    def bent(tau):
        return np.minimum(t, 0) + tau * np.tanh(since / tau)

    def weights(none, shift, bend, ceiling, theta):
        rss = np.array([none, shift, bend if theta > 0 else shift, ceiling, shift if theta > 0 else bend])
        k = np.array([3, 4, 5, 4, 5])
        criteria = 30 * np.log(rss / 30) + 2 * k + 2 * k * (k + 1) / (30 - k - 1)
        weight = np.exp((criteria.min() - criteria) / 2)
        weight /= weight.sum()
        return {"shift": weight[1], "ceiling": weight[3], "rebound": weight[4]}

    def with_scipy():
        def rss(curve, start, bounds=(-np.inf, np.inf)):
            b, _ = scipy.optimize.curve_fit(curve, t, flow, start, bounds=bounds)
            return ((flow - curve(t, *b)) ** 2).sum(), b

        none, _ = rss(lambda t, a, g: a + g * t, [900, 0])
        shift, _ = rss(lambda t, a, g, d: a + g * t - d * controlled, [900, 0, 0])
        bend, b = rss(lambda t, a, g, d, theta: a + g * t - d * controlled - theta * since, [900, 0, 0, 0])
        within = ([-np.inf, -np.inf, latest * 1e-4], [np.inf, np.inf, latest])
        starts = latest * np.array([0.05, 0.25, 0.5, 0.9])
        ceiling = min(rss(lambda t, a, g, tau: a + g * bent(tau), [900, 1, tau], within)[0] for tau in starts)
        return weights(none, shift, bend, ceiling, b[3])

    # what the dates alone decide is made once, as on the Java side
    directions, triangle = np.linalg.qr(np.column_stack([one, t, controlled, since]))
    taus = latest * np.maximum(1e-4, np.arange(65) / 64)
    bends = np.array([bent(tau) for tau in taus])
    bends -= bends.mean(axis=1, keepdims=True)
    bends /= np.linalg.norm(bends, axis=1, keepdims=True)

    def with_numpy():
        shares = directions.T @ flow
        rest = flow - directions[:, 0] * shares[0]
        explained = (bends @ rest) ** 2
        total = rest @ rest
        best = explained.argmax()
        most = explained[best]
        if 0 < best < 64:
            before, after = explained[best - 1], explained[best + 1]
            x = bent(taus[best] + (before - after) / (2 * (before - 2 * most + after)) * latest / 64)
            x = x - x.mean()
            most = max(most, (x @ rest) ** 2 / (x @ x))
        left = total - np.cumsum(shares[1:] ** 2)
        return weights(left[0], left[1], left[2], total - most, -shares[3] / triangle[3, 3])

    return {"scipy": with_scipy, "numpy": with_numpy}


def made_numbers(n):
    """The numbers of Java's SplittableRandom from seed 1, between 0 and 1."""
    z = np.uint64(1) + np.arange(1, n + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)) * 2.0**-53


def negative_binomial_trends():
    series, months = 100, 100
    t = np.arange(months)
    x = np.column_stack([np.ones(months), t / months - 0.5])
    exposure = np.where(t % 3 == 0, 0.5, 1)
    mean = exposure * (1 + t / months)
    drawn = np.floor(np.log(1 - made_numbers(2 * series * months)).reshape(series, months, 2) / np.log(mean / (1 + mean))[:, None])
    counts = drawn.sum(axis=2)

    def figures(alpha, constant, trend, error):
        return {"alpha": np.sum(alpha), "constant": np.sum(constant), "trend": np.sum(trend), "error": np.sum(error)}

    def with_statsmodels():
        fits = [sm.NegativeBinomial(y, x, exposure=exposure).fit(disp=0) for y in counts]
        return figures(*np.array([(fit.params[2], *fit.params[:2], fit.bse[1]) for fit in fits]).T)

    offset, above = np.log(exposure), np.arange(counts.max())
    larger = (counts[:, :, None] > above).sum(axis=1)

    def with_numpy():
        # Newton's steps of all series at once, in the coefficients and the logarithm of alpha
        b = np.column_stack([np.log(counts.sum(axis=1) / exposure.sum()), np.zeros(series)])
        mu = np.exp(b @ x.T + offset)
        log_alpha = np.log(np.maximum(((counts - mu) ** 2 - mu).sum(axis=1) / (mu * mu).sum(axis=1), 0.01))
        for _ in range(100):
            alpha = np.exp(log_alpha)[:, None]
            mu = np.exp(b @ x.T + offset)
            spread = 1 + alpha * mu
            score = (counts - mu) / spread
            weight = mu * (1 + alpha * counts) / (spread * spread)
            mixed = score * mu / spread * alpha
            share = above / (1 + alpha * above)
            log_spread = np.log1p(alpha * mu) / alpha
            slope = (larger * share).sum(axis=1) + ((log_spread - mu * (1 + alpha * counts) / spread) / alpha).sum(axis=1)
            bend = -(larger * share * share).sum(axis=1) + (
                -2 * log_spread / alpha**2 + 2 * mu / (alpha**2 * spread) + (counts + 1 / alpha) * mu * mu / (spread * spread)
            ).sum(axis=1)
            alpha = alpha[:, 0]
            gradient = np.column_stack([score @ x, slope * alpha])
            information = np.empty((series, 3, 3))
            information[:, :2, :2] = np.einsum("st,ti,tj->sij", weight, x, x)
            information[:, :2, 2] = information[:, 2, :2] = mixed @ x
            information[:, 2, 2] = -(bend * alpha * alpha + slope * alpha)
            step = np.linalg.solve(information, gradient[:, :, None])[:, :, 0]
            if np.abs(step).max() < 1e-9:
                return figures(alpha, *b.T, np.sqrt(np.linalg.inv(information)[:, 1, 1]))
            step /= np.maximum(1, np.abs(step).max(axis=1))[:, None]
            b += step[:, :2]
            log_alpha += step[:, 2]
        raise ValueError("no end")

    return {"statsmodels": with_statsmodels, "numpy": with_numpy}


def clustered_logistic_regression():
    answers, days = 300, 100
    numbers, i = made_numbers(2 * answers), np.arange(answers)
    day = i % days
    x = np.column_stack([np.ones(answers), day / days, numbers[:answers]])
    y = (numbers[answers:] < 0.2 + 0.3 * x[:, 1] + 0.2 * x[:, 2]).astype(float)

    def figures(coefficients, errors):
        return {f"coefficient {j}": c for j, c in enumerate(coefficients)} | {f"error {j}": e for j, e in enumerate(errors)}

    def with_statsmodels():
        fit = sm.Logit(y, x).fit(disp=0, cov_type="cluster", cov_kwds={"groups": day})
        # it counts the columns too
        return figures(fit.params, fit.bse * np.sqrt((answers - x.shape[1]) / (answers - 1)))

    def with_numpy():
        b = np.zeros(x.shape[1])
        for _ in range(100):
            p = 1 / (1 + np.exp(-(x @ b)))
            bread = np.linalg.inv((x * (p * (1 - p))[:, None]).T @ x)
            step = bread @ (x.T @ (y - p))
            b += step
            if np.abs(step).max() < 1e-9:
                score = x * (y - p)[:, None]
                sums = np.array([np.bincount(day, one) for one in score.T])
                return figures(b, np.sqrt(np.diag(bread @ (sums @ sums.T) @ bread) * days / (days - 1)))
        raise ValueError("no end")

    return {"statsmodels": with_statsmodels, "numpy": with_numpy}


def two_effect_logit():
    rows, columns = 30, 100
    n = rows * columns
    numbers = made_numbers(2 * n).reshape(2, rows, columns)
    of_row, of_column = np.arange(rows)[:, None] / rows, np.arange(columns) / columns
    x = numbers[0] + of_row
    y = (numbers[1] < 0.1 + 0.25 * of_row + 0.2 * of_column + 0.15 * x).astype(float)
    row, column = (places.ravel() for places in np.indices(x.shape))

    def with_statsmodels():
        dummies = [row[:, None] == np.arange(rows), column[:, None] == np.arange(1, columns)]
        design = np.column_stack([x.ravel(), *dummies]).astype(float)
        fit = sm.Logit(y.ravel(), design).fit(disp=0)
        errors = np.sqrt(np.diag(cov_cluster_2groups(fit, np.column_stack([row, column]))[0]))
        # it counts the columns too
        return {"slope": fit.params[0], "standard error": errors[0] * np.sqrt((n - design.shape[1]) / (n - 1))}

    def with_numpy():
        # the columns' effects are eliminated, so that a step solves for the rows' alone; the last column has none
        a, b, beta = np.zeros(rows), np.zeros(columns), 0.0
        for _ in range(100):
            p = 1 / (1 + np.exp(-(a[:, None] + b + beta * x)))
            weight, score = p * (1 - p), y - p
            inner = weight[:, :-1] / weight.sum(axis=0)[:-1]
            left = np.diag(weight.sum(axis=1)) - inner @ weight[:, :-1].T
            right = np.column_stack([(weight * x).sum(axis=1), score.sum(axis=1)])
            bottom = np.column_stack([(weight * x).sum(axis=0), score.sum(axis=0)])[:-1]
            solved = np.linalg.solve(left, right - inner @ bottom)
            below = np.zeros((columns, 2))
            below[:-1] = bottom / weight.sum(axis=0)[:-1, None] - inner.T @ solved
            own = x - solved[:, :1] - below[:, 0]
            information = (weight * own * own).sum()
            of_beta = (score * own).sum() / information
            step_a, step_b = solved[:, 1] - of_beta * solved[:, 0], below[:, 1] - of_beta * below[:, 0]
            if max(np.abs(step_a).max(), np.abs(step_b).max(), abs(of_beta)) < 1e-8:
                along = score * own
                variance = (
                    (along.sum(axis=1) ** 2).sum() * rows / (rows - 1)
                    + (along.sum(axis=0) ** 2).sum() * columns / (columns - 1)
                    - (along**2).sum() * n / (n - 1)
                )
                return {"slope": beta, "standard error": np.sqrt(variance) / information}
            a, b, beta = a + step_a, b + step_b, beta + of_beta
        raise ValueError("no end")

    return {"statsmodels": with_statsmodels, "numpy": with_numpy}


def synthetic_controls():
    count, periods, before = 40, 30, 20
    numbers = made_numbers(count + count * periods)
    units = numbers[:count, None] * np.arange(periods) + 3 * numbers[count:].reshape(count, periods)

    def figures(weights_of):
        effects, fits = [], []
        for i in range(count):
            others = np.delete(units, i, axis=0)
            gap = units[i] - weights_of(units[i, :before], others[:, :before]) @ others
            effects.append(gap[before:].mean())
            fits.append(np.sqrt((gap[:before] ** 2).mean()))
        return {"first effect": effects[0], "effects": np.abs(effects).sum(), "fits": np.sum(fits)}

    def with_slsqp(unit, donors):
        n = len(donors)
        total = {"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones(n)}
        found = scipy.optimize.minimize(lambda w: ((unit - w @ donors) ** 2).sum(), np.full(n, 1 / n), jac=lambda w: -2 * donors @ (unit - w @ donors),
                                        bounds=[(0, 1)] * n, constraints=total, method="SLSQP", options={"ftol": 1e-12, "maxiter": 1000})
        return found.x

    def nearest(unit, donors):
        # Wolfe's algorithm: the point of the donors' hull nearest to the unit
        points = donors - unit
        held = [int(np.argmin((points**2).sum(axis=1)))]
        w = np.zeros(len(points))
        w[held] = 1
        while True:
            at = w @ points
            enters = int(np.argmin(points @ at))
            if points[enters] @ at >= at @ at - 1e-11 or enters in held:
                return w
            held.append(enters)
            while True:
                first = points[held[0]]
                rest = np.linalg.lstsq((points[held[1:]] - first).T, -first, rcond=None)[0]
                wanted = np.zeros(len(points))
                wanted[held] = [1 - rest.sum(), *rest]
                short = [j for j in held if wanted[j] <= 0]
                if not short:
                    w = wanted
                    break
                leaves = min(short, key=lambda j: w[j] / (w[j] - wanted[j]))
                w = w + w[leaves] / (w[leaves] - wanted[leaves]) * (wanted - w)
                w[leaves] = 0
                held.remove(leaves)

    return {"scipy": lambda: figures(with_slsqp), "numpy": lambda: figures(nearest)}


def made_products(products):
    economies = 222
    skill = ((np.arange(economies) + 1) / (economies + 1.0))[:, None]
    need = (np.arange(products) + 1) / (products + 1.0)
    return made_numbers(economies * products).reshape(economies, products) < 0.01 + skill * np.where(need < skill, 0.5, 0.1)


def complexity(products, packages):
    made = made_products(products)

    def figures(economies, products):
        places = {"first economy": economies[0], "middle economy": economies[len(economies) // 2], "last economy": economies[-1]}
        return places | {"first product": products[0], "last product": products[-1]}

    package = importlib.import_module("ecomplexity.ecomplexity")

    def with_package():
        table = made.astype(float)
        data = types.SimpleNamespace(mcp_t=table, diversity_t=table.sum(axis=1), ubiquity_t=table.sum(axis=0), t=0)
        economies, products = package.calc_eci_pci(data)
        return figures((economies - economies.mean()) / economies.std(), (products - economies.mean()) / economies.std())

    def with_numpy():
        table = made.astype(float)
        diversity, ubiquity = table.sum(axis=1), table.sum(axis=0)
        root = np.sqrt(diversity)
        eigenvalues, vectors = np.linalg.eigh((table / ubiquity) @ table.T / (root[:, None] * root))
        vector = vectors[:, -2] / root
        vector *= np.sign((vector - vector.mean()) @ (diversity - diversity.mean()))
        products = vector @ table / ubiquity / eigenvalues[-2]
        mean, deviation = vector.mean(), vector.std()
        return {"eigenvalue": eigenvalues[-2]} | figures((vector - mean) / deviation, (products - mean) / deviation)

    return ({"ecomplexity": with_package} if packages else {}) | {"numpy": with_numpy}


def complexity_index():
    # the package decomposes a matrix of products, which takes minutes here
    return complexity(4726, packages=False)


def complexity_of_headings():
    return complexity(1200, packages=True)


def density():
    made = made_products(4726)
    def figures(found):
        last, products = found.shape[0] - 1, found.shape[1]
        return {"sum": found.sum(), "first": found[0, 0], "middle": found[last // 2, products // 2], "last": found[last, -1]}

    def with_numpy():
        # whole numbers this small are exact in half the width
        narrow = made.astype(np.float32)
        ubiquity = narrow.sum(axis=0)
        close = (narrow.T @ narrow).astype(float)
        close /= np.maximum(ubiquity[:, None], ubiquity)
        np.fill_diagonal(close, 0)
        return figures(made.astype(float) @ close / close.sum(axis=0))

    return {"numpy": with_numpy}


def look_through():
    n = 385
    part = 0.6 / (n / 2)
    numbers = made_numbers(n * (n + 3))
    output, home, abroad = 1 + numbers[:n], numbers[n : 2 * n], numbers[2 * n : 3 * n]
    coefficients = numbers[3 * n :].reshape(n, n) * part
    flows, value_added = coefficients * output, np.where(np.arange(n) < 192, 1 - coefficients.sum(axis=0), 0)
    names = [f"sector {i}" for i in range(n)]
    package = importlib.import_module("pymrio")
    table, made = pd.DataFrame(flows, names, names), pd.DataFrame(output, names, ["indout"])
    demands = pd.DataFrame({"home": home, "abroad": abroad}, names)
    added = pd.DataFrame(value_added[None, :], ["value added"], names)

    def figures(x, embodied):
        return {"home": x[:, 0].sum(), "abroad": x[:, 1].sum(), "first sector": x[0, 0], "value added": embodied.sum()}

    def with_package():
        inverse = package.calc_L(package.calc_A(table, made))
        x = [package.calc_x_from_L(inverse, demands[one]).to_numpy() for one in demands]
        return figures(np.hstack(x), package.calc_M(added, inverse).to_numpy())

    def with_numpy():
        factors = scipy.linalg.lu_factor(np.eye(n) - flows / output, overwrite_a=True)
        return figures(scipy.linalg.lu_solve(factors, np.column_stack([home, abroad])), scipy.linalg.lu_solve(factors, value_added, trans=1))

    return {"pymrio": with_package, "numpy": with_numpy}


def permutation_with_a_covariate():
    units = 20
    numbers = made_numbers(3 * units)
    dose = numbers[:units]
    start = numbers[units : 2 * units] + dose / 2
    growth = numbers[2 * units :] - start / 4 + dose / 4

    def with_numpy():
        one = np.ones(units)
        basis, triangle = np.linalg.qr(np.column_stack([one, start, dose]))
        residuals = growth - basis[:, :2] @ (basis[:, :2].T @ growth)
        random = np.random.default_rng(SEED)
        drawn = residuals[random.random((DRAWS, units), dtype=np.float32).argsort(axis=1)]
        along, beside = drawn @ basis[:, 2], drawn @ basis[:, 1]

        def t(of_dose, of_start):
            return of_dose * np.sign(triangle[2, 2]) * np.sqrt((units - 3) / (residuals @ residuals - of_dose**2 - of_start**2))

        observed = t(residuals @ basis[:, 2], 0)
        return {
            "slope": residuals @ basis[:, 2] / triangle[2, 2],
            "t": observed,
            "p": (1 + np.count_nonzero(t(along, beside) >= observed - 1e-9)) / (DRAWS + 1),
        }

    return {"numpy": with_numpy}


def permutation_by_family():
    items, families, marked = 60, 24, 8
    values, family = made_numbers(items), np.arange(items) % families

    def with_numpy():
        sums, sizes = np.bincount(family, values), np.bincount(family)
        random = np.random.default_rng(SEED)
        chosen = random.random((DRAWS, families), dtype=np.float32).argpartition(marked, axis=1)[:, :marked]
        total = values.sum()

        def difference(sum_of, size_of):
            return sum_of / size_of - (total - sum_of) / (items - size_of)

        observed = difference(sums[:marked].sum(), sizes[:marked].sum())
        drawn = difference(sums[chosen].sum(axis=1), sizes[chosen].sum(axis=1))
        return {"difference": observed, "p": (1 + np.count_nonzero(drawn >= observed - 1e-12)) / (DRAWS + 1)}

    return {"numpy": with_numpy}


CASES = {
    "least squares, Newey-West": least_squares,
    "nonlinear fits": nonlinear_fits,
    "partitions": partitions,
    "hindcast contest": hindcast_contest,
    "placebo pairs": placebo_pairs,
    "10,000 specifications": ten_thousand_specifications,
    "permutation": permutation,
    "block bootstrap": block_bootstrap,
    "frontiers and lags": frontiers_and_lags,
    "interval for a month": interval_for_a_month,
    "break-even stock": break_even_stock,
    "shapes of a delay": shapes_of_a_delay,
    "negative-binomial trends": negative_binomial_trends,
    "clustered logistic regression": clustered_logistic_regression,
    "two-effect logit": two_effect_logit,
    "synthetic controls": synthetic_controls,
    "complexity index": complexity_index,
    "complexity of headings": complexity_of_headings,
    "density": density,
    "look-through": look_through,
    "permutation with a covariate": permutation_with_a_covariate,
    "permutation by family": permutation_by_family,
}


def microseconds(work):
    """The median time of a call, which a busy machine disturbs least; Java's is a median too."""
    times = []
    end = time.perf_counter() + WARM_UP_SECONDS
    while time.perf_counter() < end:
        work()
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1e6


def main(command, *cases):
    if command == "versions":
        print("Python", platform.python_version(), sep="\t")
        for name in ("numpy", "pandas", "scipy", "statsmodels", "ruptures", "ecomplexity", "pymrio"):
            print(name, importlib.metadata.version(name), sep="\t")
    for case in cases:
        for peer, work in CASES[case]().items():
            if command == "results":
                for figure, value in work().items():
                    print(case, peer, figure, repr(float(value)), sep="\t")
            else:
                print(case, peer, repr(microseconds(work)), sep="\t", flush=True)


main(*sys.argv[1:])
