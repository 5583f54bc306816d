// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/word_order.h"

#include <algorithm>
#include <cstring>

#include "schema/packed.h"
#include "schema/segment/term_sections.h"

namespace newsindex {
namespace {

// The gap after the title, so that its words are not near those of the text.
constexpr std::uint32_t kPlacesBehindTitle = 100;

bool ends_number(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

// The start of the number that ends before `at`. REQUIRES: begin < at.
const char* number_before(const char* begin, const char* at) {
  --at;
  while (at > begin && !ends_number(at[-1])) --at;
  return at;
}

bool follows_same_place_mark(const char* begin, const char* at) {
  if (at == begin || at[-1] != static_cast<char>(kSamePlace)) return false;
  return at - 1 == begin || ends_number(at[-2]);
}

// The first word at the same place as the word at `at`.
const char* first_at_place(const char* begin, const char* at) {
  while (follows_same_place_mark(begin, at)) at = number_before(begin, at - 1);
  return at;
}

// The first word at the place before `first`, or null.
const char* place_before(const char* begin, const char* first) {
  if (first == begin) return nullptr;
  const char* before = number_before(begin, first);
  if (*before == static_cast<char>(kGap)) return nullptr;
  return first_at_place(begin, before);
}

bool is_one_of(const CodesOfWord& codes, WordCode code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// True if one of the codes is at the place that begins at `at`. Moves `at` to the next place.
bool take_place(const char*& at, const char* end, const CodesOfWord& codes) {
  if (at == end) return false;
  const WordCode first = next_number(at);
  if (first == kGap) return false;
  bool is_there = is_one_of(codes, first);
  while (at < end && *at == static_cast<char>(kSamePlace)) {
    ++at;
    is_there |= is_one_of(codes, next_number(at));
  }
  return is_there;
}

std::string_view title_of(std::string_view article) {
  return article.substr(0, article.find(static_cast<char>(kGap)));
}

// Finds a place for each word by Kuhn's matching algorithm: a word gives up its place if it fits
// elsewhere, too.
class Assignment {
 public:
  Assignment(const WordPlaces& places, std::uint32_t first, std::uint32_t last)
      : places_(places), first_(first), last_(last) {}

  bool is_possible() {
    for (std::size_t word = 0; word < places_.size(); ++word) {
      tried_.clear();
      if (!place(word)) return false;
    }
    return true;
  }

 private:
  bool place(std::size_t word) {
    const std::vector<std::uint32_t>& own = places_[word];
    for (auto at = std::lower_bound(own.begin(), own.end(), first_);
         at != own.end() && *at <= last_; ++at) {
      if (std::find(tried_.begin(), tried_.end(), *at) != tried_.end()) continue;
      tried_.push_back(*at);
      const auto taken = std::find_if(taken_.begin(), taken_.end(),
                                      [&](const auto& each) { return each.first == *at; });
      if (taken == taken_.end()) {
        taken_.emplace_back(*at, word);
        return true;
      }
      const auto index = static_cast<std::size_t>(taken - taken_.begin());
      if (place(taken_[index].second)) {
        const auto now = std::find_if(taken_.begin(), taken_.end(),
                                      [&](const auto& each) { return each.first == *at; });
        now->second = word;
        return true;
      }
    }
    return false;
  }

  const WordPlaces& places_;
  std::uint32_t first_;
  std::uint32_t last_;
  std::vector<std::pair<std::uint32_t, std::size_t>> taken_;  // place and word
  std::vector<std::uint32_t> tried_;
};

// The places of words in an article.
void find_places(std::string_view text, const std::vector<CodesOfWord>& words, WordPlaces& places) {
  places.resize(words.size());
  for (std::vector<std::uint32_t>& each : places) each.clear();
  std::uint32_t place = 0;  // of the previous word
  const char* const end = text.data() + text.size();
  bool is_same = false;
  bool is_title = true;
  for (const char* at = text.data(); at < end;) {
    const WordCode code = next_number(at);
    if (code == kGap) {
      if (is_title) place += kPlacesBehindTitle - 1;
      is_title = false;
    } else if (code == kSamePlace) {
      is_same = true;
    } else {
      if (!is_same) ++place;
      is_same = false;
      for (std::size_t word = 0; word < words.size(); ++word)
        if (is_one_of(words[word], code)) places[word].push_back(place);
    }
  }
}

}  // namespace

bool are_in_order(const WordPlaces& places) {
  if (places.empty()) return false;
  return std::any_of(places[0].begin(), places[0].end(), [&](std::uint32_t first) {
    for (std::size_t word = 1; word < places.size(); ++word)
      if (!std::binary_search(places[word].begin(), places[word].end(), first + word)) return false;
    return true;
  });
}

bool are_near(const WordPlaces& places, unsigned window) {
  std::vector<std::uint32_t> starts;
  for (const std::vector<std::uint32_t>& each : places) {
    if (each.empty()) return false;
    starts.insert(starts.end(), each.begin(), each.end());
  }
  return std::any_of(starts.begin(), starts.end(), [&](std::uint32_t first) {
    return Assignment(places, first, first + window - 1).is_possible();
  });
}

WordSearch::WordSearch(std::vector<CodesOfWord> words, bool title_only)
    : words_(std::move(words)), title_only_(title_only) {
  const auto rarest = std::min_element(
      words_.begin(), words_.end(), [](const CodesOfWord& a, const CodesOfWord& b) {
        return a.size() != b.size() ? a.size() < b.size() : a.front() > b.front();
      });
  anchor_ = static_cast<std::size_t>(rarest - words_.begin());
  for (const WordCode code : *rarest) append_varint(encoded_.emplace_back(), code);
}

bool WordSearch::are_in_order(std::string_view article) const {
  const std::string_view text = title_only_ ? title_of(article) : article;
  return std::any_of(encoded_.begin(), encoded_.end(),
                     [&](const std::string& encoded) { return are_around(text, encoded); });
}

bool WordSearch::are_around(std::string_view text, std::string_view encoded) const {
  const char* const end = text.data() + text.size();
  for (const char* from = text.data(); end - from >= static_cast<std::ptrdiff_t>(encoded.size());) {
    // memchr is faster than memmem, and the first byte of a code is rare enough.
    const void* found = std::memchr(from, encoded.front(), static_cast<std::size_t>(end - from));
    if (found == nullptr) return false;
    const char* const at = static_cast<const char*>(found);
    const bool is_code =
        std::string_view(at, static_cast<std::size_t>(end - at)).starts_with(encoded) &&
        (at == text.data() || ends_number(at[-1]));
    if (is_code && fits_at(text, at)) return true;
    from = at + 1;
  }
  return false;
}

bool WordSearch::fits_at(std::string_view text, const char* anchor) const {
  const char* at = first_at_place(text.data(), anchor);
  for (std::size_t word = 0; word < anchor_; ++word) {
    at = place_before(text.data(), at);
    if (at == nullptr) return false;
  }
  return std::all_of(words_.begin(), words_.end(), [&](const CodesOfWord& codes) {
    return take_place(at, text.data() + text.size(), codes);
  });
}

bool WordSearch::are_near(std::string_view article, unsigned window) {
  find_places(title_only_ ? title_of(article) : article, words_, places_);
  return newsindex::are_near(places_, window);
}

}  // namespace newsindex
