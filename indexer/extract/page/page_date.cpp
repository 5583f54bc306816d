// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/page/page_date.h"

#include <algorithm>
#include <array>

namespace newsindex {
namespace {

// Lines longer than this are text that mentions dates.
constexpr std::size_t kLongestLine = 160;
constexpr std::size_t kParagraphsWithDateline = 2;

enum class Label { none, published, modified };

constexpr std::array<std::string_view, 34> kPublishedWords{
    "published",    "posted",     "publication",  "status",
    "stand",        "date",       "datum",        "veroffentlicht",
    "erschienen",   "publiziert", "erstellt",     "publie",
    "mis en ligne", "paru",       "publicado",    "publicada",
    "fecha",        "data",       "pubblicato",   "pubblicata",
    "gepubliceerd", "geplaatst",  "vom",          "am",
    "le",           "on",         "el",           "il",
    "op",           "em",         "opublikowano", "dodano",
    "created",      "released"};
constexpr std::array<std::string_view, 20> kModifiedWords{
    "updated",        "update",      "modified",    "edited",     "aktualisiert",
    "aktualisierung", "geandert",    "bearbeitet",  "mis a jour", "mise a jour",
    "modifie",        "actualizado", "actualizada", "aggiornato", "bijgewerkt",
    "gewijzigd",      "atualizado",  "atualizada",  "reviewed",   "last changed"};

template <std::size_t N>
bool has_word_of(std::string_view letters, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) {
    for (std::size_t at = letters.find(word); at != std::string_view::npos;
         at = letters.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || letters[at - 1] == ' ') && (end == letters.size() || letters[end] == ' ')) {
        return true;
      }
    }
    return false;
  });
}

// What the words before a date say it is.
Label label_of(std::string_view before) {
  const std::string letters = make_block(before).letters;
  if (has_word_of(letters, kModifiedWords)) return Label::modified;
  return has_word_of(letters, kPublishedWords) ? Label::published : Label::none;
}

struct Candidate {
  DateReading reading;
  Label label = Label::none;
  double merit = 0;
};

// Dates stand between headline and text, or a few lines above; those within the text and below it,
// among the comments, are mostly others.
double distance_cost(std::size_t block, std::size_t headline, std::size_t text,
                     const PageRegion& region) {
  if (block < headline) return 0.3 + 0.15 * static_cast<double>(headline - block);
  if (block >= region.end) return 2 + 0.1 * static_cast<double>(block - region.end);
  if (block < text) return 0.05 * static_cast<double>(block - headline);
  return 1.5 + 0.08 * static_cast<double>(block - text);
}

double merit_of(const DateReading& reading, Label label, const PageBlock& block) {
  double merit = 5;
  if (label == Label::published) merit += 2;
  if (label == Label::modified) merit -= 1;
  if (reading.published.precision >= Precision::minute) merit += 1;
  if (reading.published.precision <= Precision::month) merit -= 4;
  const std::size_t rest = block.text.size() - (reading.end - reading.start);
  merit -= static_cast<double>(rest) / 40;
  return merit;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "Published 1 April 20232 April 2023": pages print two dates without a space when the one of them
// is hidden on screen. The place after the first year, or 0.
std::size_t end_of_first_year(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool year = text.substr(at).starts_with("19") || text.substr(at).starts_with("20");
    if (year && (end - at == 5 || end - at == 6)) return at + 4;
    at = end;
  }
  return 0;
}

// All dates in a line: "Published 2 April 2023 | Updated 3 April 2023".
void add_candidates(const PageBlock& block, std::string_view text, double cost,
                    const DateOptions& options, std::vector<Candidate>& candidates) {
  std::size_t from = 0;
  while (from < text.size()) {
    auto reading = find_date(text.substr(from), options);
    if (!reading) return;
    reading->start += from;
    reading->end += from;
    const Label label = label_of(text.substr(from, reading->start - from));
    const double merit = merit_of(*reading, label, block) - cost;
    from = reading->end;
    reading->published.evidence = block.text;
    if (reading->other_reading) reading->other_reading->evidence = block.text;
    candidates.push_back({*std::move(reading), label, merit});
  }
}

// "Vienna, 14 December 2021 - ...", "29.11.2022 – ...": the date that a paragraph begins with.
void add_dateline(const PageBlock& block, const DateOptions& options,
                  std::vector<Candidate>& candidates) {
  constexpr std::size_t kLongestDateline = 60;
  constexpr std::size_t kLongestPlace = 25;
  const std::string_view begin = std::string_view(block.text).substr(0, kLongestDateline);
  auto reading = find_date(begin, options);
  if (!reading || reading->start > kLongestPlace || reading->published.precision < Precision::day)
    return;
  std::size_t after = reading->end;
  while (after < begin.size() && (begin[after] == ' ' || begin[after] == ')')) ++after;
  const std::string_view rest = begin.substr(after);
  const bool ends =
      std::ranges::any_of(std::array<std::string_view, 6>{"-", "–", "—", ":", ".", "|"},
                          [&](std::string_view mark) { return rest.starts_with(mark); });
  if (!ends) return;
  reading->published.evidence = begin.substr(0, reading->end);
  if (reading->other_reading) reading->other_reading->evidence = reading->published.evidence;
  candidates.push_back({*std::move(reading), Label::none, 3});
}

}  // namespace

PageDates find_dates(std::span<const PageBlock> blocks, std::size_t headline, std::size_t text,
                     const PageRegion& region, const DateOptions& options,
                     const std::vector<bool>& skipped) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i < skipped.size() && skipped[i]) continue;
    if (blocks[i].text.size() > kLongestLine) {
      if (i >= text && i < text + kParagraphsWithDateline)
        add_dateline(blocks[i], options, candidates);
      continue;
    }
    const double cost = distance_cost(i, headline, text, region);
    const std::string_view line = blocks[i].text;
    const std::size_t year = end_of_first_year(line);
    if (year > 0) add_candidates(blocks[i], line.substr(0, year), cost, options, candidates);
    add_candidates(blocks[i], line, cost, options, candidates);
  }
  PageDates dates;
  const Candidate* best = nullptr;
  const Candidate* update = nullptr;
  for (const Candidate& candidate : candidates) {
    if (best == nullptr || candidate.merit > best->merit) best = &candidate;
    if (candidate.label == Label::modified &&
        (update == nullptr || candidate.merit > update->merit)) {
      update = &candidate;
    }
  }
  if (best != nullptr && best->merit > 0) dates.published = best->reading;
  if (update != nullptr && update != best && update->merit > 0) dates.modified = update->reading;
  return dates;
}

}  // namespace newsindex
