// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <map>

#include "query/search/collection.h"
#include "query/search/labels.h"
#include "query/search/search.h"
#include "schema/fields.h"
#include "schema/media_topics.h"
#include "schema/terms.h"
#include "schema/text/analyzer.h"

namespace newsindex {
namespace {

// Number of articles by the key of a topic. An article has each topic at one level only.
using Articles = std::map<std::string, std::uint64_t, std::less<>>;

Articles articles_by_topic(const Collection& collection) {
  const Field& of_topics = field("topic");
  Articles articles;
  collection.for_each_term(of_topics.prefix, [&](std::string_view term, std::uint64_t count) {
    articles[std::string(key_of_level_term(of_topics, term))] += count;
    return true;
  });
  return articles;
}

// Lists topics in the order of the tree.
class TopicList {
 public:
  TopicList(const Collection& collection, std::string beginning)
      : articles_(articles_by_topic(collection)),
        beginning_(folded_words(analyzer_, beginning)),
        is_any_(beginning_.empty()) {
    for (const MediaTopic& topic : media_topics()) below_[topic.parent].push_back(&topic);
    for (const TopicName& each : topic_names()) names_[each.topic].emplace_back(each.name);
  }

  std::vector<KnownTopic> list() {
    add_below(0);
    return std::move(topics_);
  }

 private:
  void add_below(std::uint32_t parent) {
    for (const MediaTopic* topic : below_[parent]) {
      KnownTopic known = known_topic(*topic);
      if (fits(*topic, known)) topics_.push_back(std::move(known));
      add_below(topic->id);
    }
  }

  KnownTopic known_topic(const MediaTopic& topic) {
    KnownTopic known;
    known.id = media_topic_id(topic.id);
    known.name = topic.name;
    for (const MediaTopic* each : lineage(topic))
      if (each != &topic) known.above.insert(known.above.begin(), std::string(each->name));
    if (const auto found = articles_.find(topic_key(known.id)); found != articles_.end())
      known.articles = found->second;
    if (const auto names = names_.find(topic.id); names != names_.end())
      known.names = names->second;
    return known;
  }

  bool fits(const MediaTopic& topic, const KnownTopic& known) {
    if (is_any_) return known.articles > 0 || topic.parent == 0;
    if (topic.retired && known.articles == 0) return false;
    const auto begins = [this](const std::string& name) {
      return has_word_beginning(folded_words(analyzer_, name), beginning_);
    };
    return begins(known.name) || std::any_of(known.names.begin(), known.names.end(), begins);
  }

  Analyzer analyzer_;
  Articles articles_;
  std::string beginning_;
  bool is_any_;
  std::map<std::uint32_t, std::vector<const MediaTopic*>> below_;
  std::map<std::uint32_t, std::vector<std::string>> names_;
  std::vector<KnownTopic> topics_;
};

}  // namespace

TopicsAnswer topics(Archive& archive, const std::string& beginning) {
  const Collection collection(archive);
  TopicsAnswer answer{state_of(archive), beginning, 0, TopicList(collection, beginning).list()};
  answer.total = answer.topics.size();
  return answer;
}

}  // namespace newsindex
