due --severity serious --at 2026-11-25T21:30:00.500Z --json
