// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/search.h"

#include <algorithm>
#include <utility>

#include "query/search/collection.h"
#include "query/search/feedback.h"
#include "query/search/find_article.h"
#include "query/search/hits.h"
#include "query/search/planner.h"

namespace newsindex {
namespace {

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
  Plan plan = Planner(archive, collection, request.language).plan(request);
  if (wants_feedback(request) && !archive.deadline().has_passed())
    add_feedback(collection, plan, request.feedback == Feedback::on);
  SearchAnswer part = empty_answer(archive, request);
  if (request.explain) {
    part.tree = to_string(request.query);
    part.plan = to_string(plan);
  }
  CollectionQuery query(collection, plan);
  const FirstFound first = query.first_matches(
      {request.sort, request.offset + request.limit, request.collapse, request.explain});
  part.total = first.total;
  HitMaker make_hit(collection, request, first.stories);
  std::size_t next = std::min(request.offset, first.found.size());
  const std::size_t in_any_case = next + kDefaultLimit;  // they take almost no time
  const auto goes_on = [&] {
    return next < first.found.size() && (next < in_any_case || !archive.deadline().has_passed());
  };
  bool more = goes_on();
  do {
    part.hits.clear();
    part.offset = next == 0 ? request.offset : std::max(next, request.offset);
    while (more && part.hits.size() < hits) {
      part.hits.push_back(make_hit(first.found[next++]));
      more = goes_on();
    }
    use(part, !more);
  } while (more);
}

SearchAnswer search(Archive& archive, const SearchRequest& request) {
  SearchAnswer answer;  // the only part is moved out, so no other may follow
  search_in_parts(archive, request, kNoLimit,
                  [&answer](SearchAnswer& whole, bool) { answer = std::move(whole); });
  return answer;
}

CountAnswer count(Archive& archive, const QueryChoice& request) {
  const Collection collection(archive, days_required(request.query));
  Planner planner(archive, collection, request.language);
  return {state_of(archive), request.query_text, count(planner, collection, request.query)};
}

ShowAnswer show(Archive& archive, const ShowRequest& request) {
  ShowAnswer answer;
  const Collection collection(archive);
  answer.archive = state_of(archive);
  Planner planner(archive, collection);
  for (const std::string& id : request.ids) {
    auto found = find_article(archive, planner, collection, id);
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
