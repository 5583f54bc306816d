// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/search/collection.h"
#include "query/search/feedback.h"
#include "query/search/planner.h"
#include "query/search/snippet.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

// How many other copies of its story match.
std::uint64_t copies_of(std::uint64_t story, const std::vector<StoryCount>& counts) {
  const auto found = std::lower_bound(
      counts.begin(), counts.end(), story,
      [](const StoryCount& each, std::uint64_t wanted) { return each.story < wanted; });
  return found == counts.end() || found->story != story ? 0 : found->articles - 1;
}

// Makes hits of what was found, as much of them as was asked for.
class HitMaker {
 public:
  HitMaker(const Collection& collection, const SearchRequest& request,
           const std::vector<StoryCount>& stories)
      : collection_(collection), request_(request), stories_(stories) {}

  Hit make(const Found& found) {
    Hit hit;
    hit.score = found.match.score;
    const SegmentSearch& segment = collection_[found.segment];
    if (request_.detail == HitDetail::id)
      hit.article.id = segment.id(found.match.number);
    else
      hit.article = segment.article(found.match.number);
    hit.sequence = segment.sequence(found.match.number);
    if (request_.explain) hit.explanation = found.match.explanation;
    if (request_.collapse) hit.copies = copies_of(found.match.story, stories_);
    if (request_.detail == HitDetail::text) show_text(hit);
    return hit;
  }

 private:
  void show_text(Hit& hit) {
    if (!highlighter_) highlighter_.emplace(request_.query);
    hit.title = highlighter_->mark(hit.article.title, hit.article.language);
    hit.snippet =
        highlighter_->snippet(hit.article.body, hit.article.language, request_.snippet_length);
  }

  const Collection& collection_;
  const SearchRequest& request_;
  const std::vector<StoryCount>& stories_;
  std::optional<Highlighter> highlighter_;
};

SearchAnswer empty_answer(const Archive& archive, const SearchRequest& request) {
  SearchAnswer answer;
  answer.archive = state_of(archive);
  answer.query = request.query_text;
  answer.offset = request.offset;
  answer.collapsed = request.collapse;
  answer.detail = request.detail;
  return answer;
}

std::uint64_t count(Planner& planner, const Collection& collection, const Node& query) {
  const Plan plan = planner.plan(query);
  return CollectionQuery(collection, plan).count();
}

// The newest article with this address, however it is spelt.
std::optional<FoundArticle> find_address(Planner& planner, const Collection& collection,
                                         const std::string& address) {
  Node node;
  node.kind = Node::Kind::whole;
  node.field = "url";
  node.text = address;
  const Plan plan = planner.plan(node);
  const FirstFound first =
      CollectionQuery(collection, plan).first_matches({.sort = Sort::newest, .most = 1});
  if (first.found.empty()) return std::nullopt;
  const Found& match = first.found.front();
  const SegmentSearch& segment = collection[match.segment];
  return FoundArticle{segment.article(match.match.number), segment.sequence(match.match.number)};
}

}  // namespace

ArchiveState state_of(const Archive& archive) {
  const Manifest& manifest = archive.manifest();
  ArchiveState state{manifest.uuid, manifest.revision, manifest.schema_version, {}};
  for (const LeftOut& each : archive.left_out()) state.left_out.push_back(each.segment);
  return state;
}

void search_in_parts(Archive& archive, const SearchRequest& request, std::size_t hits,
                     const UsePart& use) {
  const Collection collection(archive, days_required(request.query));
  Plan plan = Planner(archive, collection).plan(request);
  if (wants_feedback(request)) add_feedback(collection, plan, request.feedback == Feedback::on);
  SearchAnswer part = empty_answer(archive, request);
  if (request.explain) {
    part.tree = to_string(request.query);
    part.plan = to_string(plan);
  }
  CollectionQuery query(collection, plan);
  const FirstFound first = query.first_matches(
      {request.sort, request.offset + request.limit, request.collapse, request.explain});
  part.total = first.total;
  HitMaker maker(collection, request, first.stories);
  std::size_t next = std::min(request.offset, first.found.size());
  do {
    part.hits.clear();
    part.offset = next == 0 ? request.offset : std::max(next, request.offset);
    const std::size_t end = next + std::min(hits, first.found.size() - next);
    for (; next < end; ++next) part.hits.push_back(maker.make(first.found[next]));
    use(part, next == first.found.size());
  } while (next < first.found.size());
}

SearchAnswer search(Archive& archive, const SearchRequest& request) {
  SearchAnswer answer;  // in one part, so that nothing comes after it is taken
  search_in_parts(archive, request, kNoLimit,
                  [&answer](SearchAnswer& whole, bool) { answer = std::move(whole); });
  return answer;
}

CountAnswer count(Archive& archive, const QueryChoice& request) {
  const Collection collection(archive, days_required(request.query));
  Planner planner(archive, collection);
  return {state_of(archive), request.query_text, count(planner, collection, request.query)};
}

ShowAnswer show(Archive& archive, const ShowRequest& request) {
  ShowAnswer answer;
  const Collection collection(archive);
  answer.archive = state_of(archive);
  Planner planner(archive, collection);
  for (const std::string& id : request.ids) {
    auto found = archive.find_version(id);
    if (!found && is_web_address(id)) found = find_address(planner, collection, id);
    if (!found) {
      answer.missing.push_back(id);
      continue;
    }
    Node story;
    story.kind = Node::Kind::whole;
    story.field = "story";
    story.text = found->article.story;
    const std::uint64_t same = story.text.empty() ? 1 : count(planner, collection, story);
    answer.articles.push_back(
        {std::move(found->article), found->sequence, same == 0 ? 0 : same - 1});
  }
  return answer;
}

}  // namespace newsindex
