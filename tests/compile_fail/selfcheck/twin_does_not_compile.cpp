// expect-error: two is not one
static_assert(2 == 1, "two is not one");
