// SPDX-License-Identifier: GPL-3.0-or-later
// Collections of which single texts were labelled by reading (topic-labels.tsv), and their texts by
// keys.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/train/topic_training.h"

namespace newsindex {

struct CollectedText {
  std::string key;
  std::string title;
  std::string body;
};

// Short news from India (CSV files 1 to 7 of Inshorts); key: file, -, number in the first column.
// What several files have comes once.
std::vector<CollectedText> read_short_news(const std::filesystem::path& folder);

// Headlines (JSON lines of HuffPost); key: file, :, line from 0.
std::vector<CollectedText> read_headline_texts(const std::filesystem::path& folder);

// US news (JSON lines of AllSides); key: id.
std::vector<CollectedText> read_us_news(const std::filesystem::path& file);

// A newswire (SGML files of Reuters-21578); key: NEWID.
std::vector<CollectedText> read_newswire(const std::filesystem::path& folder);

// The texts that have a label, of `collection` as `labels` calls it: collection, key, topics.
std::vector<LabelledText> labelled_texts(const std::vector<CollectedText>& texts,
                                         const std::filesystem::path& labels,
                                         const std::string& collection);

// Sentences with topics: topics, sentence.
std::vector<LabelledText> read_example_texts(const std::filesystem::path& path);

}  // namespace newsindex
