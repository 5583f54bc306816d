// SPDX-License-Identifier: GPL-3.0-or-later
// The IPTC Media Topics tree: about 1,400 topics of news in up to six levels, with numbers and
// English names. Source: https://iptc.org/standards/media-topics/ (CC BY 4.0).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct MediaTopic {
  std::uint32_t id;      // 11000000
  std::uint32_t parent;  // 0 for the 17 topics at the top
  std::string_view name;
  bool retired;  // withdrawn by the IPTC; old archives still use it
};

// All topics, ascending by id.
std::span<const MediaTopic> media_topics();

// The topic with this number, or nullptr.
const MediaTopic* find_media_topic(std::uint32_t id);

// "medtop:11000000".
std::string media_topic_id(std::uint32_t id);

// Reads "medtop:11000000", "11000000" or an IPTC address that ends in the number.
const MediaTopic* media_topic_by_id(std::string_view text);

// The topic with exactly this name (letter case does not count), or nullptr. Topics that are not
// retired come first.
const MediaTopic* media_topic_by_name(std::string_view name);

// A name that people use for a topic: one that the tree does not have (tech, film), or one that the
// tree uses for something narrower than people mean (law, economy).
struct TopicName {
  std::string_view name;  // in lower case
  std::uint32_t topic;
  std::string_view reason;
};

// All names that people use, ascending by name.
std::span<const TopicName> topic_names();

// The topic that people mean by this name (letter case does not count), or nullptr.
const MediaTopic* media_topic_by_common_name(std::string_view name);

// The topics that a user can mean by an id, a name that people use, a whole name, or words that
// occur in names. Words match only topics that are not retired, and only those at the highest level
// where the words occur. One topic: the words are unique. Several: they are ambiguous, and an error
// can list them. None: nothing matches.
std::vector<const MediaTopic*> media_topics_named(std::string_view words);

// The topic and its ancestors, from the topic up to the top.
std::vector<const MediaTopic*> lineage(const MediaTopic& topic);

}  // namespace newsindex
