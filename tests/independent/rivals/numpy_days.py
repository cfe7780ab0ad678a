"""One business day after a Saturday."""

import numpy

print("numpy", numpy.__version__)

saturday = "2026-11-21"
try:
    print(numpy.busday_offset(saturday, 1))
except ValueError as refusal:
    print("refused:", refusal)
print("rolled forward first: ", numpy.busday_offset(saturday, 1, roll="forward"))
print("rolled backward first:", numpy.busday_offset(saturday, 1, roll="backward"))
