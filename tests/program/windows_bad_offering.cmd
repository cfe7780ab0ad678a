windows --offering sparkle --month 2026-11
