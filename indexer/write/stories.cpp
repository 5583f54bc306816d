// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/stories.h"

#include <algorithm>

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostOfAKey = 64;  // compares the latest articles with the same key
constexpr std::size_t kMostInMemory = 16'384;

// The name of the group that an article founds. A later version with different text founds another.
std::string founded_by(const Article& article, const std::optional<Sketch>& sketch) {
  std::string what = article.id;
  what += '\0';
  if (sketch) what += bytes_of(*sketch);
  return hex_digits(digest64(what));
}

}  // namespace

std::string Stories::assign(const Article& article, const std::optional<Sketch>& sketch,
                            const std::optional<StoryCopy>& known) {
  const std::uint64_t told = column_story(article.story);
  if (!sketch) return told != 0 ? article.story : founded_by(article, sketch);
  StoryCopy copy{*sketch, story_day(article), told};
  if (told == 0) {
    std::optional<StoryCopy> best;
    double most = known ? likeness(copy, *known) : 0;
    if (most > 0) best = known;
    tables_.find_most_alike(copy, best);
    if (best) most = likeness(copy, *best);
    if (best) copy.story = best->story;
    for (const std::uint32_t key : sketch->keys) {
      const std::vector<std::uint32_t>& others = by_key_[key];
      const std::size_t first = others.size() - std::min(others.size(), kMostOfAKey);
      for (std::size_t i = first; i < others.size(); ++i) {
        const double like = likeness(copy, copies_[others[i]]);
        if (like <= most) continue;
        most = like;
        copy.story = copies_[others[i]].story;
      }
    }
  }
  if (copy.story == 0) copy.story = column_story(founded_by(article, sketch));
  const std::string name = story_name(copy.story);
  remember(std::move(copy));
  return name;
}

void Stories::remember(StoryCopy copy) {
  if (copies_.size() >= kMostInMemory) {
    tables_.add(copies_);
    copies_.clear();
    by_key_.clear();
  }
  const auto number = static_cast<std::uint32_t>(copies_.size());
  for (const std::uint32_t key : copy.sketch.keys) {
    std::vector<std::uint32_t>& others = by_key_[key];
    if (others.empty() || others.back() != number) others.push_back(number);
  }
  copies_.push_back(std::move(copy));
}

}  // namespace newsindex
