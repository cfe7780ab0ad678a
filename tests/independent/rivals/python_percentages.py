"""Availability in floating point, by the formula of the agreement: (TMM - TMU) / TMM x 100."""

import platform

print("Python", platform.python_version())

# February 2026 in seconds, of which exactly a thousandth was unavailable
total, unavailable = 28 * 24 * 3600, 2419.2
available = (total - unavailable) / total * 100
print(available, available >= 99.9)

# November 2026 in minutes, 44 of them unavailable, where 43.26 are allowed
available = (43260 - 44) / 43260 * 100
print(round(available, 1), round(available, 1) >= 99.9)

# Two minutes unavailable
print(f"{(43260 - 2) / 43260:.2%}")
