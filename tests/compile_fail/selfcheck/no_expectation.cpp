#ifdef SLA_MISTAKE
static_assert(false, "two is not one");
#endif
