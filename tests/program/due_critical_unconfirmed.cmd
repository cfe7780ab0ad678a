due --severity critical --at 2026-12-24T23:00:00-05:00
