// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the articles and rejects in the bytes of a file, for tests.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gmock/gmock.h>

#include "indexer/extract/understand.h"
#include "indexer/extract/xml/xml_map.h"
#include "indexer/readers/reader.h"
#include "tests/temporary_folder.h"

namespace newsindex {

struct Outcome {
  std::vector<Article> articles;
  std::vector<std::string> rejects;
};

inline Outcome read(const std::string& bytes, UnderstandOptions options = {},
                    ReadLimits limits = {}, const std::string& name = "file") {
  const TemporaryFolder folder;
  Outcome outcome;
  if (options.xml_map != nullptr) limits.xml_record = options.xml_map->record();
  read_records(
      {folder.write(name, bytes), 0, 0}, limits,
      [&](const Record& record) {
        auto understanding = understand(record, options);
        if (auto* understood = std::get_if<Understood>(&understanding))
          outcome.articles.push_back(std::move(understood->article));
        else
          outcome.rejects.push_back(std::get<Reject>(understanding).reason);
        return true;
      },
      [&](const Reject& reject) { outcome.rejects.push_back(reject.reason); });
  return outcome;
}

inline Article only(const std::string& xml) {
  Outcome outcome = read(xml);
  EXPECT_THAT(outcome.rejects, ::testing::IsEmpty());
  if (outcome.articles.size() == 1) return outcome.articles[0];
  ADD_FAILURE() << outcome.articles.size() << " articles";
  return {};
}

inline std::vector<std::string> names(const Article& article, EntityType type) {
  std::vector<std::string> found;
  for (const Entity& entity : article.entities)
    if (entity.type == type) found.push_back(entity.name);
  return found;
}

inline std::vector<std::string> topics(const Article& article) {
  std::vector<std::string> found;
  for (const Topic& topic : article.topics) found.push_back(topic.id);
  return found;
}

}  // namespace newsindex
