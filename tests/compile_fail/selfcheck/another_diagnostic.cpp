// expect-error: three is not one
#ifdef SLA_MISTAKE
static_assert(2 == 1, "two is not one");  // three is not one
#endif
