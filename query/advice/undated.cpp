// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/undated.h"

#include <algorithm>
#include <string>

#include "query/advice/written.h"
#include "query/search/collection.h"
#include "query/search/planner.h"

namespace newsindex {
namespace {

bool has_undated(const Node& node) {
  return node.undated || std::any_of(node.children.begin(), node.children.end(), has_undated);
}

// Calls use(dates) for dates that must hold, not for those of excluded parts.
template <class Tree, class Use>
void for_each_date(Tree& node, Use&& use) {
  if (node.kind == Node::Kind::dates) use(node);
  const bool first_only = node.kind == Node::Kind::without;
  for (std::size_t i = 0; i < (first_only ? 1 : node.children.size()); ++i)
    for_each_date(node.children[i], use);
}

// The text of the query with date:none instead of its dates.
std::string text_for_undated(const Node& query, std::string_view text) {
  std::vector<Span> places;
  for_each_date(query, [&places](const Node& dates) { places.push_back(dates.span); });
  std::string changed(text);
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    if (place->end > changed.size()) return "";
    const bool is_first = place + 1 == places.rend();
    changed.replace(place->start, place->end - place->start, is_first ? "date:none" : "");
  }
  return without_double_spaces(changed);
}

}  // namespace

std::optional<Node> asking_for_undated(const Node& query) {
  if (has_undated(query)) return std::nullopt;
  bool has_dates = false;
  Node changed = query;
  for_each_date(changed, [&has_dates](Node& dates) { dates.undated = has_dates = true; });
  return has_dates ? std::optional(std::move(changed)) : std::nullopt;
}

std::uint64_t count_undated(Archive& archive, const Node& query) {
  const auto changed = asking_for_undated(query);
  const auto& segments = archive.manifest().segments;
  const bool has_undated_articles = std::any_of(
      segments.begin(), segments.end(), [](const Segment& each) { return each.undated > 0; });
  if (!changed || !has_undated_articles) return 0;
  const Collection collection(archive);
  const Plan plan = Planner(archive, collection).plan(*changed);
  return CollectionQuery(collection, plan).count();
}

std::optional<QueryNote> note_on_undated(Archive& archive, const Node& query,
                                         std::string_view text) {
  const std::uint64_t count = count_undated(archive, query);
  if (count == 0) return std::nullopt;
  QueryNote note;
  note.sentence = articles_text(count) +
                  (count == 1 ? " without a known date matches" : " without a known date match") +
                  " but for the date";
  note.suggestion = if_it_parses(text_for_undated(query, text));
  for_each_date(query, [&note](const Node& dates) { note.span = dates.span; });
  return note;
}

}  // namespace newsindex
