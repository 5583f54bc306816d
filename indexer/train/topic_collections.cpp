// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/topic_collections.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <nlohmann/json.hpp>

#include "indexer/train/labelled_rows.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ending) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string whole_file(const fs::path& path) {
  std::ifstream in = opened(path);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

// The text between two marks; "" if one of them is missing.
std::string between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  if (from == std::string_view::npos) return {};
  const std::size_t start = from + begin.size();
  const std::size_t stop = text.find(end, start);
  return stop == std::string_view::npos ? std::string()
                                        : std::string(text.substr(start, stop - start));
}

}  // namespace

std::vector<CollectedText> read_short_news(const fs::path& folder) {
  enum Column : std::size_t { kNumber, kHeadline, kText, kColumns };
  std::vector<CollectedText> texts;
  std::set<std::string> seen;
  for (const fs::path& file : files_in(folder, ".csv")) {
    std::ifstream in = opened(file);
    next_csv_row(in);  // names of the columns
    for (auto row = next_csv_row(in); !row.empty(); row = next_csv_row(in)) {
      if (row.size() < kColumns || !seen.insert(row[kHeadline]).second) continue;
      texts.push_back({file.stem().string() + "-" + row[kNumber], row[kHeadline], row[kText]});
    }
  }
  return texts;
}

std::vector<CollectedText> read_headline_texts(const fs::path& folder) {
  std::vector<CollectedText> texts;
  for (const fs::path& file : files_in(folder, ".json")) {
    std::ifstream in = opened(file);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line); ++number) {
      const auto row = nlohmann::json::parse(line);
      texts.push_back({file.stem().string() + ":" + std::to_string(number), "",
                       row.at("sentence").get<std::string>()});
    }
  }
  return texts;
}

std::vector<CollectedText> read_us_news(const fs::path& file) {
  std::vector<CollectedText> texts;
  std::ifstream in = opened(file);
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    texts.push_back({row.at("id").get<std::string>(), row.at("title").get<std::string>(),
                     row.at("content").get<std::string>()});
  }
  return texts;
}

std::vector<CollectedText> read_newswire(const fs::path& folder) {
  constexpr std::string_view kEnd = "</REUTERS>";
  std::vector<CollectedText> texts;
  for (const fs::path& file : files_in(folder, ".sgm")) {
    const std::string all = whole_file(file);
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = all.find(kEnd, begin)) != std::string::npos;
         begin = end + kEnd.size()) {
      const std::string_view record = std::string_view(all).substr(begin, end - begin);
      texts.push_back({between(record, "NEWID=\"", "\""), between(record, "<TITLE>", "</TITLE>"),
                       between(record, "<BODY>", "</BODY>")});
    }
  }
  return texts;
}

std::vector<LabelledText> labelled_texts(const std::vector<CollectedText>& texts,
                                         const fs::path& labels, const std::string& collection) {
  std::map<std::string, TopicSet> topics_of_key;
  for_each_row(labels, [&](const std::vector<std::string>& cells) {
    if (cells.at(0) == collection) topics_of_key[cells.at(1)] = topics_of(cells.at(2));
  });
  std::vector<LabelledText> labelled;
  for (const CollectedText& text : texts)
    if (const auto found = topics_of_key.find(text.key); found != topics_of_key.end())
      labelled.push_back({text.title, text.body, found->second, 1, collection});
  return labelled;
}

std::vector<LabelledText> read_example_texts(const fs::path& path) {
  std::vector<LabelledText> texts;
  for_each_row(path, [&](const std::vector<std::string>& cells) {
    texts.push_back({"", cells.at(1), topics_of(cells.at(0)), 1, ""});
  });
  return texts;
}

}  // namespace newsindex
