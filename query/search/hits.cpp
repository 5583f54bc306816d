// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/hits.h"

#include <algorithm>

namespace newsindex {

Hit make_hit(const Found& found, const Collection& collection, HitDetail detail, bool explain) {
  Hit hit;
  hit.score = found.match.score;
  const SegmentSearch& segment = collection[found.segment];
  if (detail == HitDetail::id)
    hit.article.id = segment.id(found.match.number);
  else
    hit.article = segment.article(found.match.number);
  hit.sequence = segment.sequence(found.match.number);
  if (explain) hit.explanation = found.match.explanation;
  return hit;
}

void show_text(Hit& hit, Highlighter& highlighter, std::size_t snippet_length) {
  const Article& article = hit.article;
  hit.title = highlighter.title(article.title, article.language);
  hit.snippet = highlighter.snippet(article.body, article.language, snippet_length);
}

HitMaker::HitMaker(const Collection& collection, const SearchRequest& request,
                   const std::vector<StoryCount>& stories)
    : collection_(collection), request_(request), stories_(stories), highlighter_(request.query) {}

Hit HitMaker::operator()(const Found& found) {
  Hit hit = make_hit(found, collection_, request_.detail, request_.explain);
  if (request_.collapse) hit.copies = copies_of(found.match.story, stories_);
  if (request_.detail == HitDetail::text) show_text(hit, highlighter_, request_.snippet_length);
  return hit;
}

std::uint64_t copies_of(std::uint64_t story, const std::vector<StoryCount>& counts) {
  const auto found = std::lower_bound(
      counts.begin(), counts.end(), story,
      [](const StoryCount& each, std::uint64_t wanted) { return each.story < wanted; });
  return found == counts.end() || found->story != story ? 0 : found->articles - 1;
}

}  // namespace newsindex
