#ifndef SLA_AVAILABILITY_DOWNTIME_MAP_HPP
#define SLA_AVAILABILITY_DOWNTIME_MAP_HPP

// A period cut into equal slots, one bit each: was the service down in it? Outages enter in any order, overlapping or
// repeated, and take no memory; the maps of many machines are combined by OR, in any order and as often as they arrive.
// What is lost is what happened inside a slot, so how part of a slot is judged is a choice that every map names.
//
// The bytes of a map are the same on every machine: slot i is bit i % 8 of byte i / 8, the lowest bit first, and the bits
// after the last slot are 0. Whatever combines bytes by OR combines maps: MPI_BOR, a database's bit_or, BITOP OR.

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sla/policy/enumerator.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/error.hpp"
#include "sla/time/interval.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

namespace detail {

// A word and its bytes, the lowest first. All eight at once: compilers make that one load or store where memory has the
// same order, and a loop over them would take ten times as long.
inline constexpr std::make_index_sequence<sizeof(std::uint64_t)> eight_bytes;

template <std::size_t... Index>
constexpr std::uint64_t read_word(const std::byte* from, std::index_sequence<Index...>) noexcept {
  return ((std::to_integer<std::uint64_t>(from[Index]) << Index * 8) | ...);
}

template <std::size_t... Index>
constexpr void write_word(std::uint64_t word, std::byte* to, std::index_sequence<Index...>) noexcept {
  ((to[Index] = static_cast<std::byte>(word >> Index * 8 & 0xFFU)), ...);
}

}  // namespace detail

/// Which slots an outage makes down, as it may begin or end inside one.
enum class part_slots {
  touched,  ///< every slot of which it covers any part
  whole,    ///< only those that it covers from end to end
  majority  ///< those of which it covers more than half
};

/// Which slots of a period a service was down in.
///
/// cost     a bit a slot: 5.4 KB for a month in minutes, 324 KB in seconds
/// example  in slots of a minute, an outage 20:45:10-20:47:10 makes 20:45, 20:46 and 20:47 down where it touches,
///          20:45 and 20:46 where it has the majority, and 20:46 where it has the whole
class downtime_map {
 public:
  /// The longest period; up to it, slots are counted exactly.
  static constexpr std::chrono::milliseconds longest_period{std::int64_t{1} << 49};  // some 17,000 years

  /// A map without downtime.
  ///
  /// period    not empty and no longer than longest_period
  /// slot      a length that divides the period
  /// rounding  which slots an outage makes down; each outage is judged alone
  /// throws    terms_error for another period or slot
  constexpr downtime_map(const interval& period, std::chrono::seconds slot, part_slots rounding)
      : period_(period), slot_(slot), rounding_(rounding) {
    const auto length = period.length().length();
    if (length > longest_period) a_period_must_not_exceed_the_longest(period);
    if (slot.count() <= 0 || slot > std::chrono::floor<std::chrono::seconds>(length) || (length % slot).count() != 0)
      a_slot_must_divide_the_period(slot, period);
    slots_ = static_cast<std::size_t>(length / slot);
    words_.assign(slots_ / bits_of_word + 1, all_up);

    const std::chrono::milliseconds one_slot = slot;
    const auto whole = static_cast<double>(one_slot.count());
    slots_per_millisecond_ = 1 / whole;
    switch (rounding) {
      case part_slots::touched:
        shortest_ = std::chrono::milliseconds{1};
        start_moved_by_ = 0.5;
        end_moved_by_ = whole - 0.5;
        break;
      case part_slots::whole:
        shortest_ = one_slot;
        start_moved_by_ = whole - 0.5;
        end_moved_by_ = 0.5;
        break;
      case part_slots::majority:
        shortest_ = one_slot / 2 + std::chrono::milliseconds{1};
        start_moved_by_ = whole / 2 + 0.5;
        end_moved_by_ = whole / 2 - 0.5;
        break;
    }
  }

  /// The map that these bytes came from.
  ///
  /// bytes   what bytes() of a map with the same period, slots and rounding gave
  /// throws  terms_error if there are too many or too few of them, or if a bit after the last slot is set
  constexpr downtime_map(const interval& period, std::chrono::seconds slot, part_slots rounding,
                         std::span<const std::byte> bytes)
      : downtime_map(period, slot, rounding) {
    if (bytes.size() != number_of_bytes()) the_bytes_must_be_one_for_eight_slots(bytes.size());
    const std::size_t whole_words = bytes.size() / bytes_of_word;
    for (std::size_t i = 0; i < whole_words; ++i)
      words_[i] = detail::read_word(bytes.data() + i * bytes_of_word, detail::eight_bytes);
    for (std::size_t i = whole_words * bytes_of_word; i < bytes.size(); ++i)
      words_[whole_words] |= std::to_integer<std::uint64_t>(bytes[i]) << i % bytes_of_word * 8;
    if (const std::uint64_t beyond = words_.back() >> slots_ % bits_of_word; beyond != 0)
      the_bits_after_the_last_slot_must_be_0(slots_ + static_cast<std::size_t>(std::countr_zero(beyond)));
  }

  constexpr const interval& period() const noexcept { return period_; }
  constexpr std::chrono::seconds slot() const noexcept { return slot_; }
  constexpr part_slots rounding() const noexcept { return rounding_; }

  /// The number of slots in the period.
  constexpr std::size_t size() const noexcept { return slots_; }

  /// Records an outage; what lies outside the period is left out.
  ///
  /// cost  a few nanoseconds, and one more for some thousands of slots
  constexpr void add(const interval& outage) {
    const bool inside = period_.starts_at() <= outage.starts_at() && outage.ends_at() <= period_.ends_at();
    const interval down = inside ? outage : intersect(outage, period_);
    if (down.length().length() < shortest_) return;
    set_slots(slot_holding(down.starts_at(), start_moved_by_), slot_holding(down.ends_at(), end_moved_by_));
  }

  /// The time of all slots that are down.
  constexpr elapsed down() const noexcept {
    std::int64_t count = 0;
    for (const std::uint64_t word : words_) count += std::popcount(word);
    return elapsed{count * slot_};
  }

  /// The slots that are down, neighbours as one outage.
  constexpr interval_set outages() const {
    interval_set found;
    for (std::size_t from = first_unlike(all_up, 0); from < slots_;) {
      const std::size_t to = first_unlike(all_down, from);
      found.append({start_of(from), start_of(to)});
      from = first_unlike(all_up, to);
    }
    return found;
  }

  /// The slots as bytes, in the layout described above; as many as are needed for a bit a slot.
  constexpr std::vector<std::byte> bytes() const {
    std::vector written(words_.size() * bytes_of_word, std::byte{});
    for (std::size_t i = 0; i < words_.size(); ++i)
      detail::write_word(words_[i], written.data() + i * bytes_of_word, detail::eight_bytes);
    written.resize(number_of_bytes());
    return written;
  }

  /// What either map knows to be down. Order does not matter, nor does merging a map twice.
  ///
  /// throws  terms_error for maps of another period, slot or rounding
  friend constexpr downtime_map merge(downtime_map a, const downtime_map& b) {
    if (a.period_ != b.period_ || a.slot_ != b.slot_ || a.rounding_ != b.rounding_) merged_maps_must_be_alike(a, b);
    for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] |= b.words_[i];
    return a;
  }

  friend constexpr bool operator==(const downtime_map&, const downtime_map&) = default;

 private:
  static constexpr std::size_t bits_of_word = 64;
  static constexpr std::size_t bytes_of_word = 8;
  static constexpr std::uint64_t all_up = 0;
  static constexpr std::uint64_t all_down = ~all_up;

  constexpr std::size_t number_of_bytes() const noexcept { return (slots_ + 7) / 8; }
  constexpr instant start_of(std::size_t which) const noexcept {
    return period_.starts_at() + static_cast<std::int64_t>(which) * slot_;
  }

  /// The slot that holds an instant moved by so many milliseconds. A division would cost more than all the rest; the
  /// product is half a millisecond away from a whole slot, more than rounding can move it in any period that is allowed.
  constexpr std::size_t slot_holding(instant time, double moved_by) const noexcept {
    const auto since_start = static_cast<double>((time - period_.starts_at()).count());
    return static_cast<std::size_t>(static_cast<std::int64_t>((since_start + moved_by) * slots_per_millisecond_));
  }

  /// Writes the first and the last word whether or not they are one: a jump would be a wrong guess at every other outage
  /// that is about a word long.
  constexpr void set_slots(std::size_t from, std::size_t to) noexcept {
    const std::size_t first = from / bits_of_word;
    const std::size_t last = to / bits_of_word;
    const std::uint64_t not_before = all_down << from % bits_of_word;
    const std::uint64_t before_to = ~(all_down << to % bits_of_word);
    const std::uint64_t elsewhere = first == last ? all_up : all_down;
    words_[first] |= not_before & (before_to | elsewhere);
    words_[last] |= before_to & (not_before | elsewhere);
    for (std::size_t between = first + 1; between < last; ++between) words_[between] = all_down;
  }

  /// The first slot from this one on that differs from the others; the number of slots if none does.
  constexpr std::size_t first_unlike(std::uint64_t others, std::size_t from) const noexcept {
    std::size_t word = from / bits_of_word;
    std::uint64_t unlike = (words_[word] ^ others) & all_down << from % bits_of_word;
    while (unlike == 0 && ++word < words_.size()) unlike = words_[word] ^ others;
    return (std::min)(slots_, word * bits_of_word + static_cast<std::size_t>(std::countr_zero(unlike)));
  }

  static std::string text(const interval& of) { return iso(of.starts_at()) + " to " + iso(of.ends_at()); }
  static std::string text(std::chrono::seconds length) { return std::to_string(length.count()) + " s"; }
  static std::string text(const downtime_map& of) {
    return text(of.period_) + " in slots of " + text(of.slot_) + " (" + std::string(name_of(of.rounding_)) + ")";
  }

  [[noreturn]] static void a_period_must_not_exceed_the_longest(const interval& period) {
    throw terms_error("the period from " + text(period) + " is longer than a downtime map can be, " +
                      text(std::chrono::floor<std::chrono::seconds>(longest_period)));
  }
  [[noreturn]] static void a_slot_must_divide_the_period(std::chrono::seconds slot, const interval& period) {
    throw terms_error("a slot of " + text(slot) + " does not divide the period from " + text(period));
  }
  [[noreturn]] void the_bytes_must_be_one_for_eight_slots(std::size_t given) const {
    throw terms_error(std::to_string(given) + " bytes are no downtime map of " + std::to_string(slots_) +
                      " slots, which has " + std::to_string(number_of_bytes()));
  }
  [[noreturn]] void the_bits_after_the_last_slot_must_be_0(std::size_t bit) const {
    throw terms_error("bit " + std::to_string(bit) + " is set in a downtime map whose last slot is bit " +
                      std::to_string(slots_ - 1));
  }
  [[noreturn]] static void merged_maps_must_be_alike(const downtime_map& a, const downtime_map& b) {
    throw terms_error("a downtime map of " + text(a) + " cannot be merged with one of " + text(b));
  }

  interval period_;
  std::chrono::seconds slot_;
  part_slots rounding_;
  std::size_t slots_ = 0;
  double slots_per_millisecond_ = 0;
  // An outage no shorter than `shortest_` makes down the slots from the one that holds its start up to the one that holds
  // its end, both moved by so many milliseconds. An odd half keeps them off the whole slots.
  std::chrono::milliseconds shortest_{};
  double start_moved_by_ = 0;
  double end_moved_by_ = 0;
  std::vector<std::uint64_t> words_;  // one bit more than slots at least, so that the end of the last slot has a word
};

}  // namespace sla::inline v0

#endif
