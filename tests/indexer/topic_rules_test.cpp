// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/topic_rules.h"

#include <gmock/gmock.h>

#include "indexer/enrich/lists/list_lookup.h"
#include "schema/error.h"
#include "schema/media_topics.h"
#include "schema/shown.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr Day kToday{std::chrono::year{2024}, std::chrono::March, std::chrono::day{15}};

TopicRules rules_of(const std::string& text) {
  const TemporaryFolder folder;
  return TopicRules::read({folder.write("rules.tsv", text)}, kToday);
}

Article ministers() {
  Article article;
  article.id = "a-1";
  article.url = "https://example.org/a:1";
  article.language = "en";
  article.title = "Foreign ministers meeting in Oslo";
  article.lead = "A standfirst of its own about fishing.";
  article.body =
      "The anti-missile tests by the U.N. had failed, officials said.\n\n"
      "Both governments discuss trade; the minister's aides visited Thailand.";
  article.source = "Harbour Gazette";
  article.section = {"World", "Northern Europe"};
  article.authors = {"Ann Lee"};
  article.keywords = {"fish quotas"};
  article.published = published_from_iso("2023-04-02");
  article.topics = {{"medtop:20000593", "international relations", 70, Origin::source},
                    {"label:Fjords", "Fjords", 100, Origin::source}};
  Entity lee;
  lee.name = "Ann Lee-Moore";
  lee.aliases = {"Lee"};
  lee.salience = 60;
  article.entities = {lee};
  return article;
}

Article with_topics(const std::string& rules, Article article) {
  const Authority none = Authority::read({});
  const TopicRules read = rules_of(rules);
  ListLookup lookup(none, none, read);
  lookup.read(article);
  lookup.add_topics(article);
  return article;
}

bool matches(const std::string& query, const Article& article) {
  return with_topics("label:hit\t50\t" + query, article).topics.size() > article.topics.size();
}

struct MatchCase {
  std::string query;
  bool found;
  friend std::ostream& operator<<(std::ostream& out, const MatchCase& c) { return out << c.query; }
};

class TopicRuleQuery : public ::testing::TestWithParam<MatchCase> {};

TEST_P(TopicRuleQuery, MeansWhatItMeansInASearch) {
  EXPECT_EQ(matches(GetParam().query, ministers()), GetParam().found) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(
    Words, TopicRuleQuery,
    ::testing::Values(MatchCase{"meet", true}, MatchCase{"MEETINGS", true},
                      MatchCase{"meat", false}, MatchCase{"minister governments", true},
                      MatchCase{"minister whale", false}, MatchCase{"whale OR minister", true},
                      MatchCase{"minister -whale", true}, MatchCase{"minister -trade", false},
                      MatchCase{"-whale", true}, MatchCase{"-minister", false},
                      MatchCase{"fishing", true}, MatchCase{"exact:minister", true},
                      MatchCase{"exact:meet", false}, MatchCase{"exact:\"tests by\"", true},
                      MatchCase{"exact:\"test by\"", false}, MatchCase{"UN", true},
                      MatchCase{"U.N.", true}, MatchCase{"antimissile", true},
                      MatchCase{"anti-missile", true}, MatchCase{"missile", true}));

INSTANTIATE_TEST_SUITE_P(
    Places, TopicRuleQuery,
    ::testing::Values(
        MatchCase{"\"foreign minister\"", true}, MatchCase{"\"ministers foreign\"", false},
        MatchCase{"\"Oslo a standfirst\"", false}, MatchCase{"\"anti missile test\"", true},
        MatchCase{"title:minister", true}, MatchCase{"title:trade", false},
        MatchCase{"title:\"minister meet\"", true}, MatchCase{"title:(trade OR oslo)", true},
        MatchCase{"government NEAR/2 trade", true}, MatchCase{"trade NEAR/2 government", true},
        MatchCase{"government NEAR/1 trade", false}, MatchCase{"minister NEAR/3 minister", false},
        MatchCase{"govern*", true}, MatchCase{"gov*", true}, MatchCase{"whal*", false},
        MatchCase{"title:min*", true}, MatchCase{"title:gov*", false}));

INSTANTIATE_TEST_SUITE_P(
    Fields, TopicRuleQuery,
    ::testing::Values(MatchCase{"section:europe", true}, MatchCase{"section:europ", false},
                      MatchCase{"section:\"northern europe\"", true},
                      MatchCase{"section:\"world northern\"", false},
                      MatchCase{"section:=\"Northern Europe\"", true},
                      MatchCase{"section:=europe", false}, MatchCase{"section:north*", true},
                      MatchCase{"keyword:quotas", true}, MatchCase{"keyword:quota", false},
                      MatchCase{"quota", true}, MatchCase{"\"fish quotas\"", false},
                      MatchCase{"source:gazette", true}, MatchCase{"source:=gazette", false},
                      MatchCase{"author:lee", true}, MatchCase{"author:moore", false},
                      MatchCase{"lang:en", true}, MatchCase{"lang:de", false},
                      MatchCase{"id:a-1", true}, MatchCase{"id:a", false},
                      MatchCase{"url:https://example.org/a:1", true},
                      MatchCase{"exact:quotas", false}));

INSTANTIATE_TEST_SUITE_P(
    Labels, TopicRuleQuery,
    ::testing::Values(MatchCase{"topic:11000000", true}, MatchCase{"topic:politics>=70", true},
                      MatchCase{"topic:politics>70", false}, MatchCase{"topic:sport", false},
                      MatchCase{"topic:fjords", true}, MatchCase{"person:\"ann lee moore\"", true},
                      MatchCase{"person:lee>=60", true}, MatchCase{"person:lee>60", false},
                      MatchCase{"org:lee", false}, MatchCase{"entity:lee", true},
                      MatchCase{"date:2023-04", true}, MatchCase{"date:2023-05..", false},
                      MatchCase{"after:2023-04", false}, MatchCase{"before:2024", true},
                      MatchCase{"date:last-7-days", false}));

TEST(TopicRules, StemInTheLanguageOfTheArticle) {
  Article article;
  article.language = "de";
  article.body = "Die H\u00e4user am Fluss";
  EXPECT_TRUE(matches("haus", article));
  article.language = "";
  EXPECT_FALSE(matches("haus", article));
}

TEST(TopicRules, SeeOneArticleAtATime) {
  const Authority none = Authority::read({});
  const TopicRules rules = rules_of("label:hit\t50\ttrade");
  ListLookup lookup(none, none, rules);
  Article first = ministers();
  lookup.read(first);
  Article second;
  second.body = "Rain.";
  lookup.read(second);
  lookup.add_topics(second);
  EXPECT_THAT(second.topics, IsEmpty());
}

TEST(TopicRules, NameTheTopicAndItsOrigin) {
  Article article;
  article.body = "Ambassadors met.";
  EXPECT_THAT(with_topics("20000595\t90\tambassadors\nlabel:my desk\t40\tmet\n", article).topics,
              ElementsAre(Topic{"medtop:20000595", std::string(find_media_topic(20000595)->name),
                                90, Origin::rule},
                          Topic{"label:my desk", "my desk", 40, Origin::rule}));
}

TEST(TopicRules, LeaveWhatTheSourceSaysAlone) {
  const auto topics = with_topics("medtop:20000593\t95\tminister\n", ministers()).topics;
  EXPECT_EQ(topics, ministers().topics);
}

TEST(TopicRules, KeepTheHighestConfidence) {
  Article article;
  article.body = "Rain and wind.";
  article.topics = {{"label:a", "a", 55, Origin::model}, {"label:b", "b", 80, Origin::model}};
  const auto topics =
      with_topics("label:a\t60\train\nlabel:a\t70\twind\nlabel:a\t65\twind\nlabel:b\t70\train\n",
                  article)
          .topics;
  EXPECT_THAT(topics, ElementsAre(Topic{"label:a", "a", 70, Origin::rule},
                                  Topic{"label:b", "b", 80, Origin::model}));
}

TEST(TopicRules, SeeTheTopicsOfTheRulesBefore) {
  Article article;
  article.body = "Rain.";
  EXPECT_EQ(
      with_topics("label:wet\t60\train\nlabel:weather\t50\ttopic:wet>=60\n", article).topics.size(),
      2u);
}

TEST(TopicRules, FindAPlainWordInBothTitleAndBodyOfAnArticleWithoutLanguage) {
  Article article;
  article.title = "Storm";
  EXPECT_TRUE(matches("storm", article));
}

struct RefusalCase {
  std::string text;
  std::string reason;
};

class TopicRulesRefusal : public ::testing::TestWithParam<RefusalCase> {};

TEST_P(TopicRulesRefusal, NamesFileLineAndReason) {
  try {
    rules_of("# rules\n" + GetParam().text + "\n");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::bad_data);
    EXPECT_THAT(shown(error), HasSubstr("rules.tsv' line 2: " + GetParam().reason));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Lines, TopicRulesRefusal,
    ::testing::Values(
        RefusalCase{"medtop:11000000\t90", "has 2 columns"},
        RefusalCase{"medtop:1\t90\tx", "unknown topic 'medtop:1'"},
        RefusalCase{"diplomacy\t90\tx", "unknown topic 'diplomacy' (did you mean medtop:"},
        RefusalCase{"label:x\tmany\tx", "confidence 'many' is not a number from 1 to 100"},
        RefusalCase{"label:x\t0\tx", "confidence '0'"},
        RefusalCase{"label:x\t101\tx", "confidence"},
        RefusalCase{"label:x\t50\t ", "the query is empty"},
        RefusalCase{"label:x\t50\ttopik:y",
                    "unknown field 'topik' (did you mean 'topic'?)\n  topik:y\n  ^^^^^"}));

TEST(TopicRules, RefuseATopicNameThatFitsSeveral) {
  try {
    rules_of("label:x\t50\ttopic:trade");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("topic 'trade' can be "));
  }
}

}  // namespace
}  // namespace newsindex
