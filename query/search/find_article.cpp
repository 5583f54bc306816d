// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/find_article.h"

#include "schema/web_address.h"

namespace newsindex {

std::optional<FoundArticle> find_article(Archive& archive, Planner& planner,
                                         const Collection& whole_archive, const std::string& name) {
  if (auto found = archive.find_version(name)) {
    Analyzer analyzer;
    name_bearers(found->article, archive.bearers().get(), analyzer);
    return found;
  }
  if (!is_web_address(name)) return std::nullopt;
  Node node;
  node.kind = Node::Kind::whole;
  node.field = "url";
  node.text = name;
  const Plan plan = planner.plan(node);
  const FirstFound first =
      CollectionQuery(whole_archive, plan).first_matches({.sort = Sort::newest, .most = 1});
  if (first.found.empty()) return std::nullopt;
  const Found& match = first.found.front();
  const SegmentSearch& segment = whole_archive[match.segment];
  return FoundArticle{segment.article(match.match.number), segment.sequence(match.match.number)};
}

}  // namespace newsindex
