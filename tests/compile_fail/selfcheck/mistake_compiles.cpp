// expect-error: two is not one
#ifdef SLA_MISTAKE
static_assert(1 == 1, "two is not one");
#endif
