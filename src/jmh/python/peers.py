"""The work of the benchmarks in Python, on the same data.

    peers.py results    prints CASE, PEER, FIGURE, value: what the Java side is held against
    peers.py times      prints CASE, PEER, median microseconds a call

Tab-separated. A case is a function that returns its peers: for each a callable without arguments that does one call's work
and returns the figures by name. Add a case to CASES here and to Bench.CASES on the Java side, under the same name.
"""

import csv
import statistics
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import scipy.optimize
import scipy.special
import scipy.stats
import statsmodels.api as sm

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "src/test/resources/validation/series"
SEED = 1
DRAWS = 10_000
WARM_UP_SECONDS = 0.5
SECONDS = 3


def column(file, name):
    with open(DATA / file, encoding="utf-8", newline="") as lines:
        return np.array([float(row[name]) for row in csv.DictReader(lines)])


def least_squares():
    def growth(name):
        return 400 * np.diff(np.log(column("macrodata.csv", name)))

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


CASES = {
    "least squares, Newey-West": least_squares,
    "permutation": permutation,
    "block bootstrap": block_bootstrap,
    "frontiers and lags": frontiers_and_lags,
    "interval for a month": interval_for_a_month,
    "break-even stock": break_even_stock,
    "shapes of a delay": shapes_of_a_delay,
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


def main(command):
    for case, make in CASES.items():
        for peer, work in make().items():
            if command == "results":
                for figure, value in work().items():
                    print(case, peer, figure, repr(float(value)), sep="\t")
            else:
                print(case, peer, repr(microseconds(work)), sep="\t", flush=True)


main(sys.argv[1])
