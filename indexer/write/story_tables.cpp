// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/story_tables.h"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/segment/section_file.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostOfASize = 4;
constexpr const char* kDaysName = "days";
enum : SectionNumber { kDays = 1, kStories = 2 };

}  // namespace

struct StoryTables::Table {
  Table(fs::path folder, std::uint64_t articles)
      : path(std::move(folder)),
        copies(path, articles),
        file(path / kDaysName, SectionKind::columns, articles) {
    const auto days = view().days;
    const auto [least, most] = std::minmax_element(days.begin(), days.end());
    if (*least != kUndated)
      range = DayRange{days_of_column(*least).first, days_of_column(*most).last};
  }
  ~Table() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  std::uint64_t articles() const { return file.articles(); }
  StoryTable view() const {
    return {copies, file.array<std::int32_t>(kDays), file.array<std::uint64_t>(kStories)};
  }

  fs::path path;
  Copies copies;
  SectionFile file;
  std::optional<DayRange> range;  // of the articles, if all of them have a date
};

StoryTables::StoryTables(fs::path folder) : folder_(std::move(folder)) {}
StoryTables::~StoryTables() = default;
StoryTables::StoryTables(StoryTables&&) noexcept = default;
StoryTables& StoryTables::operator=(StoryTables&&) noexcept = default;

void StoryTables::add(const std::vector<StoryCopy>& copies) {
  const fs::path path = folder_ / std::to_string(next_++);
  fs::create_directories(path);
  CopiesWriter writer;
  std::vector<std::int32_t> days;
  std::vector<std::uint64_t> stories;
  for (const StoryCopy& copy : copies) {
    writer.add(copy.sketch);
    std::optional<Published> published;
    if (copy.day) published.emplace().day = *copy.day;
    days.push_back(column_day(published));
    stories.push_back(copy.story);
  }
  writer.write(path);
  SectionWriter file(path / kDaysName, SectionKind::columns, copies.size());
  file.write_array(kDays, std::span<const std::int32_t>(days));
  file.write_array(kStories, std::span<const std::uint64_t>(stories));
  file.finish();
  tables_.push_back(std::make_unique<Table>(path, copies.size()));
  join_small();
}

// Joins four tables of about one size into one of the next size, so that there are few to search.
void StoryTables::join_small() {
  while (tables_.size() >= kMostOfASize) {
    const auto first = tables_.end() - static_cast<std::ptrdiff_t>(kMostOfASize);
    if ((*first)->articles() > 2 * tables_.back()->articles()) return;
    const fs::path path = folder_ / std::to_string(next_++);
    fs::create_directories(path);
    std::uint64_t articles = 0;
    CopiesWriter writer;
    for (auto table = first; table != tables_.end(); ++table) {
      writer.add((*table)->copies);
      articles += (*table)->articles();
    }
    writer.write(path);
    SectionWriter file(path / kDaysName, SectionKind::columns, articles);
    file.begin(kDays);
    for (auto table = first; table != tables_.end(); ++table)
      file.append_array((*table)->view().days);
    file.begin(kStories);
    for (auto table = first; table != tables_.end(); ++table)
      file.append_array((*table)->view().stories);
    file.finish();
    tables_.erase(first, tables_.end());
    tables_.push_back(std::make_unique<Table>(path, articles));
  }
}

void StoryTables::find_most_alike(const StoryCopy& article, std::optional<StoryCopy>& best) const {
  for (const auto& table : tables_)
    if (may_have_copies(table->range, article))
      newsindex::find_most_alike(table->view(), article, best);
}

}  // namespace newsindex
