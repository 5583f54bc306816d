// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/advice/notes.h"
#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Article with_names(Article article, const std::vector<std::pair<EntityType, std::string>>& names) {
  for (const auto& [type, name] : names) {
    Entity& entity = article.entities.emplace_back();
    entity.type = type;
    entity.name = name;
  }
  return article;
}

constexpr EntityType kPerson = EntityType::person, kOrganisation = EntityType::organisation;

// Ada Lind is in six articles of the Daily Planet, with others; thirteen more articles name nobody.
TestArchive archive() {
  std::vector<Article> articles;
  for (int i = 1; i <= 6; ++i) {
    Article article =
        make_article("a" + std::to_string(i), "2023-04-0" + std::to_string(i), "", "x");
    article.source = "Daily Planet (Web)";
    articles.push_back(with_names(std::move(article), {{kPerson, "Ada Lind"},
                                                       {kPerson, "Bo Ek"},
                                                       {kPerson, "Ada Lind Ada LindShe"},
                                                       {kOrganisation, "Daily Planet"},
                                                       {kOrganisation, "Getty Images"}}));
  }
  for (int i = 10; i <= 22; ++i)
    articles.push_back(
        make_article("b" + std::to_string(i), "2023-05-" + std::to_string(i), "", "x"));
  return TestArchive({articles});
}

RelatedRequest request_for(const std::string& name) {
  RelatedRequest request;
  request.query_text = request.typed = name;
  request.query.kind = Node::Kind::label;
  request.query.field = "entity";
  request.query.text = name;
  request.query.span = {0, name.size()};
  return request;
}

TEST(Related, LeavesOutNamesOfThePageAndSaysWhenBothWereInTheNews) {
  const TestArchive test = archive();
  Archive opened = test.open();
  const RelatedAnswer answer = related(opened, request_for("Ada Lind"));
  ASSERT_THAT(answer.related, SizeIs(1));
  EXPECT_EQ(answer.related.front().name, "Bo Ek");
  EXPECT_EQ(answer.related.front().first, "2023-04-01");
  EXPECT_EQ(answer.related.front().last, "2023-04-06");
  EXPECT_THAT(answer.names, ElementsAre("Ada Lind"));
}

TEST(Related, ProposesNamesLikeOneThatNobodyHas) {
  const TestArchive test = archive();
  Archive opened = test.open();
  const RelatedRequest request = request_for("Ada Limd");
  const RelatedAnswer answer = related(opened, request);
  EXPECT_EQ(answer.total, 0u);
  const auto notes = notes_on_name(opened, request, answer.total);
  ASSERT_THAT(notes, SizeIs(1));
  EXPECT_EQ(notes.front().suggestion, "entity:\"ada lind\"");
  EXPECT_THAT(notes_on_name(opened, request_for("Ada Lind"), 6), IsEmpty());
}

}  // namespace
}  // namespace newsindex
