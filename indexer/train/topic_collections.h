// SPDX-License-Identifier: GPL-3.0-or-later
// Reads collections in which people have labelled some texts (topic-labels.tsv). Each text has a
// key.
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

// Short news from India (CSV files 1 to 7 of Inshorts); key: FILE-NUMBER, the number from the first
// column. A headline that occurs several times is read once.
std::vector<CollectedText> read_short_news(const std::filesystem::path& folder);

// Headlines (JSON lines of HuffPost); key: FILE:LINE, lines counted from 0.
std::vector<CollectedText> read_headline_texts(const std::filesystem::path& folder);

// US news (JSON lines of AllSides); key: id.
std::vector<CollectedText> read_us_news(const std::filesystem::path& file);

// A newswire (SGML files of Reuters-21578); key: NEWID.
std::vector<CollectedText> read_newswire(const std::filesystem::path& folder);

// The texts that have a label. The rows of `labels` are collection, key, topics; `collection` is
// the name in the first column.
std::vector<LabelledText> labelled_texts(const std::vector<CollectedText>& texts,
                                         const std::filesystem::path& labels,
                                         const std::string& collection);

// Reads sentences with topics. The rows are topics, sentence.
std::vector<LabelledText> read_example_texts(const std::filesystem::path& path);

}  // namespace newsindex
