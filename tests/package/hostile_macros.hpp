// What other people's headers define before ours are read. The standard library, which need not survive it, comes first.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <ranges>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

// <complex.h>
#define I 42

// <windows.h> without NOMINMAX
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define small char
#define near
#define far
#define interface struct
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define VOID void
#define TRUE 1
#define FALSE 0
#define STRICT 1
#define IGNORE 0
#define INFINITE 0xFFFFFFFF
#define ERROR 0
#define NO_ERROR 0L
#define DELETE (0x00010000L)
#define GetObject GetObjectW

// <sys/sysmacros.h>
#define major(device) gnu_dev_major(device)
#define minor(device) gnu_dev_minor(device)
#define makedev(first, second) gnu_dev_makedev(first, second)

// -std=gnu++20
#undef unix
#undef linux
#define unix 1
#define linux 1

// Qt
#define emit
#define slots
#define signals public
#define foreach(variable, container) for (variable : container)
#define forever for (;;)

// Single letters of one's own
#define C 299792458
#define D 1
#define E 2.718281828459045
#define N 7
#define T 1
