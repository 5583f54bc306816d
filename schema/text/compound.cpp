// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/compound.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// French, Italian, Catalan and Portuguese words that lose their final vowel before another word.
constexpr std::array<std::string_view, 27> kElisions{
    "c",     "d",      "j",      "l",      "m",      "n",      "s",    "t",    "qu",
    "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu", "un",   "all",  "dall",
    "dell",  "nell",   "sull",   "coll",   "quest",  "quell",  "bell", "sant", "mezz"};
constexpr std::array<std::string_view, 5> kEnglishSuffixes{"re", "ve", "ll", "d", "m"};

constexpr std::uint32_t kThousands = 3;         // digits in a group
constexpr std::uint32_t kAmpersandLetters = 3;  // AT&T, but not Johnson&Johnson

class Resolver {
 public:
  Resolver(const std::vector<Part>& parts, std::string& folded, std::vector<Unit>& units)
      : parts_(parts), folded_(folded), units_(units) {}

  void run() {
    while (next_ < parts_.size())
      if (!take_number() && !take_acronym() && !take_ampersand() && !take_apostrophe()) take_part();
  }

 private:
  std::string_view spelling(const Part& part) const {
    return std::string_view(folded_).substr(part.folded_start, part.folded_end - part.folded_start);
  }
  bool is_digits(const Part& part) const { return part.has_digits && !part.has_letters; }
  bool begins_with_digit(const Part& part) const {
    const std::string_view text = spelling(part);
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
  }
  bool is_held(const Part& part) const {
    return part.before == CharClass::hyphen || part.before == CharClass::apostrophe;
  }
  // The sign after a part, or separator at the end.
  CharClass after(std::size_t index) const {
    return index + 1 < parts_.size() ? parts_[index + 1].before : CharClass::separator;
  }

  void put(const Part& first, const Part& last, std::uint32_t folded_start,
           std::uint32_t folded_end, bool has_letters) {
    units_.push_back({first.start, last.end, folded_start, folded_end, has_letters,
                      !units_.empty() && is_held(first)});
  }

  void take_part() {
    const Part& part = parts_[next_++];
    put(part, part, part.folded_start, part.folded_end, part.has_letters);
  }

  // Makes one unit of the parts [next_, end): their spellings with `sign` (0: nothing) between
  // them.
  void take_together(std::size_t end, char sign) {
    const auto start = static_cast<std::uint32_t>(folded_.size());
    bool has_letters = false;
    for (std::size_t i = next_; i < end; ++i) {
      if (i > next_ && sign != 0) folded_.push_back(sign);
      folded_.append(folded_, parts_[i].folded_start,
                     parts_[i].folded_end - parts_[i].folded_start);
      has_letters = has_letters || parts_[i].has_letters;
    }
    put(parts_[next_], parts_[end - 1], start, static_cast<std::uint32_t>(folded_.size()),
        has_letters);
    next_ = end;
  }

  // The end of a grouped number that begins at next_: the parts behind it that are groups of three
  // digits after `sign`.
  std::size_t thousands_end(CharClass sign) const {
    std::size_t end = next_ + 1;
    while (end < parts_.size() && parts_[end].before == sign && is_digits(parts_[end]) &&
           parts_[end].characters == kThousands)
      ++end;
    return end;
  }

  // 1,234.5 and 1.234.567 and 1.2bn.
  bool take_number() {
    const Part& first = parts_[next_];
    if (!is_digits(first) || first.before == CharClass::dot) return false;
    const bool can_be_grouped = first.characters <= kThousands;
    std::size_t end = can_be_grouped ? thousands_end(CharClass::comma) : next_ + 1;
    const bool has_commas = end > next_ + 1;
    if (!has_commas && can_be_grouped && thousands_end(CharClass::dot) > next_ + 2 &&
        after(thousands_end(CharClass::dot) - 1) != CharClass::dot) {
      take_together(thousands_end(CharClass::dot), 0);
      return true;
    }
    const bool has_fraction = after(end - 1) == CharClass::dot && begins_with_digit(parts_[end]) &&
                              after(end) != CharClass::dot;
    if (!has_commas && !has_fraction) return false;
    if (!has_fraction) {
      take_together(end, 0);
      return true;
    }
    take_fraction(end);
    return true;
  }

  void take_fraction(std::size_t end) {
    take_together(end, 0);
    Unit& unit = units_.back();
    const Part& fraction = parts_[end];
    folded_.push_back('.');
    folded_.append(folded_, fraction.folded_start, fraction.folded_end - fraction.folded_start);
    unit.folded_end = static_cast<std::uint32_t>(folded_.size());
    unit.end = fraction.end;
    unit.has_letters = fraction.has_letters;
    next_ = end + 1;
  }

  // U.S., e.g.: single letters and dots.
  bool take_acronym() {
    const auto is_initial = [this](std::size_t index) {
      return parts_[index].characters == 1 && parts_[index].has_letters;
    };
    if (!is_initial(next_)) return false;
    std::size_t end = next_ + 1;
    while (end < parts_.size() && parts_[end].before == CharClass::dot && is_initial(end)) ++end;
    if (end == next_ + 1 || after(end - 1) == CharClass::dot) return false;
    take_together(end, 0);
    return true;
  }

  // AT&T, S&P.
  bool take_ampersand() {
    const auto is_short = [this](std::size_t index) {
      return !parts_[index].has_digits && parts_[index].characters <= kAmpersandLetters;
    };
    std::size_t end = next_ + 1;
    while (end < parts_.size() && parts_[end].before == CharClass::ampersand && is_short(end))
      ++end;
    if (end == next_ + 1 || !is_short(next_)) return false;
    take_together(end, '&');
    return true;
  }

  // Japan's, d'Ivoire, don't, we're. Other words with an apostrophe become two units with a joined
  // spelling.
  bool take_apostrophe() {
    if (after(next_) != CharClass::apostrophe) return false;
    const std::string_view left = spelling(parts_[next_]);
    const std::string_view right = spelling(parts_[next_ + 1]);
    if (right == "t") {
      take_together(next_ + 2, 0);
    } else if (right == "s" ||
               (after(next_ + 1) == CharClass::separator && is_one_of(right, kEnglishSuffixes))) {
      take_part();
      ++next_;
    } else if (is_one_of(left, kElisions)) {
      ++next_;
    } else {
      return false;
    }
    return true;
  }

  const std::vector<Part>& parts_;
  std::string& folded_;
  std::vector<Unit>& units_;
  std::size_t next_ = 0;
};

}  // namespace

void resolve_compound(const std::vector<Part>& parts, std::string& folded,
                      std::vector<Unit>& units) {
  units.clear();
  Resolver(parts, folded, units).run();
}

}  // namespace newsindex
