// SPDX-License-Identifier: GPL-3.0-or-later
// Compares random queries with a plain evaluation of the same trees, article by article.
#include <algorithm>
#include <atomic>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/collection.h"
#include "query/search/planner.h"
#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

const std::vector<std::string> kWords{"oil", "rain", "coast", "ship", "storm", "tax", "vote"};

struct Sample {
  Article article;
  std::vector<std::string> words;  // of its body, in order
};

Sample random_sample(int number, std::mt19937& random) {
  Sample sample;
  std::string text;
  for (unsigned at = 0; at < random() % 12; ++at) {
    sample.words.push_back(kWords[random() % (1 + random() % kWords.size())]);
    text += sample.words.back() + " ";
  }
  const std::string date = random() % 8 == 0 ? "" : "202" + std::to_string(random() % 4);
  const std::string month =
      date.empty() || random() % 6 == 0 ? "" : "-0" + std::to_string(1 + random() % 9);
  const std::string day =
      month.empty() || random() % 6 == 0 ? "" : "-1" + std::to_string(random() % 9);
  sample.article = make_article("a" + std::to_string(number), date + month + day, "", text);
  sample.article.source = random() % 3 == 0 ? "Daily Planet" : "Gazette";
  if (random() % 3 == 0) sample.article.story = "00000000000000a" + std::to_string(random() % 5);
  if (random() % 2 == 0)
    sample.article.entities = {{EntityType::person,
                                kWords[random() % 3] + " smith",
                                {},
                                static_cast<int>(random() % 100),
                                Origin::model,
                                {}}};
  return sample;
}

Node random_query(std::mt19937& random, int depth) {
  const auto word = [&random] { return kWords[random() % kWords.size()]; };
  const auto parsed = [](const std::string& text) { return make_request(text).query; };
  if (depth == 0 || random() % 3 == 0) {
    switch (random() % 6) {
      case 0: return parsed("\"" + word() + " " + word() + "\"");
      case 1: return parsed(random() % 2 == 0 ? "source:gazette" : "source:=\"daily planet\"");
      case 2:
        return parsed("date:202" + std::to_string(random() % 3) + "-02..2022-1" +
                      std::to_string(random() % 3));
      case 3:
        return parsed("person:\"" + kWords[random() % 3] +
                      " smith\">=" + std::to_string(random() % 100));
      default: return parsed(word());
    }
  }
  Node node;
  constexpr Node::Kind kKinds[]{Node::Kind::all_of, Node::Kind::any_of, Node::Kind::without};
  node.kind = kKinds[random() % 3];
  const std::size_t parts = node.kind == Node::Kind::without ? 2 : 2 + random() % 2;
  for (std::size_t i = 0; i < parts; ++i) node.children.push_back(random_query(random, depth - 1));
  return node;
}

bool holds(const DayRange& outer, const std::optional<Published>& published) {
  if (!published) return false;
  const DayRange days = days_covered(*published);
  return outer.first <= days.first && days.last <= outer.last;
}

bool matches(const Node& node, const Sample& sample) {
  const Article& article = sample.article;
  const auto part = [&sample](const Node& child) { return matches(child, sample); };
  switch (node.kind) {
    case Node::Kind::word:
    case Node::Kind::phrase: {
      if (node.field == "source") return article.source == "Gazette";
      std::vector<std::string> words{node.text};
      if (const std::size_t space = node.text.find(' '); space != std::string::npos)
        words = {node.text.substr(0, space), node.text.substr(space + 1)};
      return std::search(sample.words.begin(), sample.words.end(), words.begin(), words.end()) !=
             sample.words.end();
    }
    case Node::Kind::whole: return article.source == "Daily Planet";
    case Node::Kind::ingested: return false;
    case Node::Kind::dates: return holds(node.days, article.published);
    case Node::Kind::label:
      return std::any_of(article.entities.begin(), article.entities.end(), [&](const Entity& each) {
        return each.name == node.text && each.salience >= node.levels.least;
      });
    case Node::Kind::all_of: return std::all_of(node.children.begin(), node.children.end(), part);
    case Node::Kind::any_of: return std::any_of(node.children.begin(), node.children.end(), part);
    case Node::Kind::without: return part(node.children[0]) && !part(node.children[1]);
    default: return true;
  }
}

class RandomSearch : public ::testing::Test {
 protected:
  RandomSearch() {
    std::mt19937 random(11);
    for (int i = 0; i < 600; ++i) samples_.push_back(random_sample(i, random));
    std::vector<std::vector<Article>> segments(4);
    for (const Sample& sample : samples_) segments[random() % 4].push_back(sample.article);
    archive_ = std::make_unique<TestArchive>(segments);
    for (int i = 0; i < 20; ++i) {
      const auto at = static_cast<std::ptrdiff_t>(random() % samples_.size());
      archive_->remove(samples_[static_cast<std::size_t>(at)].article.id);
      samples_.erase(samples_.begin() + at);
    }
  }

  std::set<std::string> plainly(const Node& query) const {
    std::set<std::string> ids;
    for (const Sample& sample : samples_)
      if (matches(query, sample)) ids.insert(sample.article.id);
    return ids;
  }

  std::vector<Sample> samples_;
  std::unique_ptr<TestArchive> archive_;
};

TEST_F(RandomSearch, FindsWhatAPlainEvaluationFinds) {
  std::mt19937 random(3);
  Archive archive = archive_->open();
  for (int i = 0; i < 400; ++i) {
    SearchRequest request;
    request.query = random_query(random, 3);
    request.limit = 1000;
    request.detail = HitDetail::id;
    constexpr Sort kSorts[]{Sort::relevance, Sort::newest, Sort::oldest};
    request.sort = kSorts[random() % 3];
    const SearchAnswer answer = search(archive, request);
    std::set<std::string> ids;
    for (const Hit& hit : answer.hits) ids.insert(hit.article.id);
    EXPECT_EQ(ids, plainly(request.query)) << to_string(request.query);
    EXPECT_EQ(answer.total, answer.hits.size());
    EXPECT_EQ(count(archive, request).total, answer.total);
  }
}

// A clock that advances by one each time it is read.
std::atomic<int> looks{0};
Deadline::Clock::time_point counted_looks() {
  return Deadline::Clock::time_point(Deadline::Clock::duration(looks++));
}

TEST_F(RandomSearch, WithoutTimeGivesSomeOfTheMatchesAndSaysSo) {
  std::mt19937 random(7);
  std::size_t cut = 0, of_some = 0;
  for (int i = 0; i < 400; ++i) {
    SearchRequest request;
    request.query = random_query(random, 3);
    request.limit = 1000;
    request.detail = HitDetail::id;
    Archive archive = archive_->open();
    looks = 0;
    archive.deadline().set(Deadline::Clock::time_point(Deadline::Clock::duration(random() % 200)),
                           counted_looks);
    const SearchAnswer answer = search(archive, request);
    const std::set<std::string> all = plainly(request.query);
    for (const Hit& hit : answer.hits)
      EXPECT_TRUE(all.contains(hit.article.id)) << to_string(request.query);
    if (!archive.deadline().stopped_work()) {
      EXPECT_EQ(answer.hits.size(), all.size()) << to_string(request.query);
    } else {
      ++cut;
      if (answer.hits.size() > 0 && answer.hits.size() < all.size()) ++of_some;
    }
  }
  EXPECT_GT(cut, 50u);
  EXPECT_GT(of_some, 10u);
}

TEST_F(RandomSearch, ExplainsScoresByPartsThatAddUp) {
  std::mt19937 random(4);
  Archive archive = archive_->open();
  for (int i = 0; i < 200; ++i) {
    SearchRequest request = make_request("");
    request.query = random_query(random, 3);
    request.prefer = {random_query(random, 1)};
    request.half_life_days = 300;
    request.feedback = i % 2 == 0 ? Feedback::on : Feedback::off;
    request.explain = true;
    request.detail = HitDetail::id;
    for (const Hit& hit : search(archive, request).hits) {
      const Explanation& parts = hit.explanation.value();
      EXPECT_NEAR(parts.text + parts.topic + parts.entity + parts.recency + parts.closeness +
                      parts.lead + parts.feedback,
                  hit.score, 1e-9);
    }
  }
}

TEST_F(RandomSearch, GivesTheSameWhateverTheNumberOfThreads) {
  std::mt19937 random(5);
  Archive archive = archive_->open();
  for (int i = 0; i < 60; ++i) {
    const Node query = random_query(random, 3);
    std::vector<std::vector<std::pair<double, std::size_t>>> answers;
    for (const std::size_t threads : {1u, 2u, 7u}) {
      const Collection collection(archive, {}, {threads, 0});
      const Plan plan = Planner(archive, collection).plan(query);
      CollectionQuery asked(collection, plan);
      std::vector<std::pair<double, std::size_t>>& answer = answers.emplace_back();
      for (const Found& found : asked.first_matches({Sort::relevance, 50, i % 2 == 0, false}).found)
        answer.emplace_back(found.match.score, found.match.number * 10 + found.segment);
    }
    EXPECT_EQ(answers[0], answers[1]);
    EXPECT_EQ(answers[0], answers[2]);
  }
}

TEST_F(RandomSearch, CollapsesToTheFirstOfEachStoryInAnyOrder) {
  std::mt19937 random(6);
  Archive archive = archive_->open();
  for (int i = 0; i < 100; ++i) {
    SearchRequest request = make_request("");
    request.query = random_query(random, 2);
    request.limit = 1000;
    constexpr Sort kSorts[]{Sort::relevance, Sort::newest, Sort::oldest};
    request.sort = kSorts[i % 3];
    std::vector<std::string> expected;
    std::map<std::string, std::uint64_t> copies;
    for (const Hit& hit : search(archive, request).hits) {
      if (hit.article.story.empty() || copies[hit.article.story]++ == 0)
        expected.push_back(hit.article.id);
    }
    request.collapse = true;
    const SearchAnswer answer = search(archive, request);
    std::vector<std::string> ids;
    for (const Hit& hit : answer.hits) {
      ids.push_back(hit.article.id);
      const bool is_alone = hit.article.story.empty();
      EXPECT_EQ(hit.copies, is_alone ? 0 : copies[hit.article.story] - 1);
    }
    EXPECT_EQ(ids, expected) << to_string(request.query);
    EXPECT_EQ(answer.total, expected.size());
    request.limit = 3;
    EXPECT_LE(search(archive, request).hits.size(), 3u);
  }
}

}  // namespace
}  // namespace newsindex
