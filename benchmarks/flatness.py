#!/usr/bin/env python3
"""Draws time against the number of business days, and against the amount and the span of business time.

    benchmarks/flatness.py RESULTS.json FLATNESS.svg
"""

import json
import pathlib
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.hashsalt": "flatness", "font.family": "DejaVu Sans", "font.size": 10})
import matplotlib.pyplot as pyplot

# Colours that colour-blind readers tell apart (Okabe and Ito).
OURS, BY_HAND, QUANTLIB = "#0072B2", "#D55E00", "#009E73"


def points(results, series, implementation):
    """(n, ns) in order, from the first compiler's base build; empty if it was not measured."""
    configuration = f"{next(iter(results['compilers']))} base"
    found = []
    for operation, rows in results["times"].items():
        name, _, n = operation.partition(":")
        if name == f"series_{series}" and implementation in rows:
            found.append((int(n), rows[implementation][configuration]["throughput"]))
    return sorted(found)


def draw(axes, results, series, implementation, label, colour, raised=0, **style):
    data = points(results, series, implementation)
    if not data:
        return
    axes.plot(*zip(*data), color=colour, linewidth=2, marker="o", markersize=4, **style)
    axes.annotate(label, data[-1], xytext=(8, raised), textcoords="offset points", color=colour, va="center")


def panel(axes, title, unit):
    axes.set(xscale="log", yscale="log", xlabel=unit)
    axes.set_title(title, loc="left", fontsize=11)
    axes.yaxis.set_major_formatter(lambda ns, _: f"{ns:g} ns" if ns < 1e3 else f"{ns / 1e3:g} µs" if ns < 1e6
                                   else f"{ns / 1e6:g} ms")
    axes.xaxis.set_major_formatter(lambda n, _: f"{n:,.0f}")
    axes.grid(which="major", color="#E0E0E0", linewidth=0.8)
    axes.minorticks_off()
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    results = json.loads(pathlib.Path(sys.argv[1]).read_text())
    figure, (days, hours) = pyplot.subplots(1, 2, figsize=(11, 4.6), layout="constrained")

    panel(days, "advance by n business days", "n")
    quantlib = "quantlib" if points(results, "advance", "quantlib") else "quantlib_packaged"
    draw(days, results, "advance", quantlib, "QuantLib", QUANTLIB)
    draw(days, results, "advance", "by_hand", "loop over days", BY_HAND)
    draw(days, results, "advance", "sla", "sla", OURS)

    panel(hours, "add_business_time and business_time_between",
          "amount added, business hours; longest span between, hours")
    draw(hours, results, "add_business_time", "date_day_loop", "add,\nloop over days", BY_HAND)
    draw(hours, results, "business_time_between", "date_day_loop", "between,\nloop over days", BY_HAND, linestyle="--")
    draw(hours, results, "add_business_time", "sla", "add, sla", OURS, raised=4)
    draw(hours, results, "business_time_between", "sla", "between, sla", OURS, raised=-4, linestyle="--")

    for axes in (days, hours):
        bottom, top = axes.get_ylim()
        axes.set_ylim(min(bottom, 1), top * 2)
    figure.savefig(sys.argv[2], metadata={"Date": None})


main()
