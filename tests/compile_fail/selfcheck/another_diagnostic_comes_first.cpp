// expect-first-error: two is not one
#ifdef SLA_MISTAKE
static_assert(3 == 1, "three is not one");
static_assert(2 == 1, "two is not one");
#endif
