// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/media_topics.h"

#include <algorithm>
#include <charconv>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr MediaTopic kTopics[] = {
#include "schema/media_topics.inc"
};

constexpr bool ascending() {
  for (std::size_t i = 1; i < std::size(kTopics); ++i)
    if (kTopics[i - 1].id >= kTopics[i].id) return false;
  return true;
}
static_assert(ascending(), "media_topics.inc is not ascending by id");

constexpr TopicName kNames[] = {
#include "schema/topic_names.inc"
};

constexpr bool names_ascend() {
  for (std::size_t i = 1; i < std::size(kNames); ++i)
    if (kNames[i - 1].name >= kNames[i].name) return false;
  return true;
}
static_assert(names_ascend(), "topic_names.inc is not ascending by name");

std::size_t depth(const MediaTopic& topic) { return lineage(topic).size(); }

// True when `words` occur in `name`, starting at the beginning of a word: "climate" in "climate
// change".
bool occurs(const std::string& words, const std::string& name) {
  for (std::size_t at = name.find(words); at != std::string::npos; at = name.find(words, at + 1))
    if (at == 0 || name[at - 1] == ' ' || name[at - 1] == '-' || name[at - 1] == '(') return true;
  return false;
}

}  // namespace

std::span<const MediaTopic> media_topics() { return kTopics; }

const MediaTopic* find_media_topic(std::uint32_t id) {
  const auto* found = std::lower_bound(
      std::begin(kTopics), std::end(kTopics), id,
      [](const MediaTopic& topic, std::uint32_t wanted) { return topic.id < wanted; });
  return found != std::end(kTopics) && found->id == id ? found : nullptr;
}

std::string media_topic_id(std::uint32_t id) {
  const std::string digits = std::to_string(id);
  return "medtop:" + std::string(8 - digits.size(), '0') + digits;
}

const MediaTopic* media_topic_by_id(std::string_view text) {
  constexpr std::size_t kDigits = 8;
  const std::size_t start = text.find_last_of(":/") + 1;  // npos + 1 == 0
  const std::string_view digits = text.substr(start);
  std::uint32_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (digits.size() != kDigits || error != std::errc() || end != digits.data() + kDigits)
    return nullptr;
  return find_media_topic(id);
}

const MediaTopic* media_topic_by_name(std::string_view name) {
  const std::string wanted = lower(name);
  const MediaTopic* found = nullptr;
  for (const MediaTopic& topic : kTopics)
    if (lower(topic.name) == wanted && (!found || (found->retired && !topic.retired)))
      found = &topic;
  return found;
}

std::span<const TopicName> topic_names() { return kNames; }

const MediaTopic* media_topic_by_common_name(std::string_view name) {
  const std::string wanted = lower(name);
  const auto* found =
      std::lower_bound(std::begin(kNames), std::end(kNames), wanted,
                       [](const TopicName& each, const std::string& w) { return each.name < w; });
  return found != std::end(kNames) && found->name == wanted ? find_media_topic(found->topic)
                                                            : nullptr;
}

std::vector<const MediaTopic*> media_topics_named(std::string_view words) {
  if (const MediaTopic* topic = media_topic_by_id(words)) return {topic};
  if (const MediaTopic* topic = media_topic_by_common_name(words)) return {topic};
  if (const MediaTopic* topic = media_topic_by_name(words)) return {topic};
  const std::string wanted = lower(words);
  std::vector<const MediaTopic*> named;
  if (wanted.empty()) return named;
  for (const MediaTopic& topic : kTopics)
    if (!topic.retired && occurs(wanted, lower(topic.name))) named.push_back(&topic);
  if (named.empty()) return named;
  std::size_t top = depth(*named.front());
  for (const MediaTopic* topic : named) top = std::min(top, depth(*topic));
  std::erase_if(named, [top](const MediaTopic* topic) { return depth(*topic) != top; });
  return named;
}

std::vector<const MediaTopic*> lineage(const MediaTopic& topic) {
  std::vector<const MediaTopic*> line{&topic};
  while (const MediaTopic* parent = find_media_topic(line.back()->parent)) line.push_back(parent);
  return line;
}

}  // namespace newsindex
