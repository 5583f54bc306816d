// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_report.h"

#include <gtest/gtest.h>

#include "indexer/extract/json/json_schema.h"
#include "indexer/write/update.h"
#include "tests/paths.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

const std::string kSchema = std::string(kFixtures) + "/../../schema/run-report.schema.json";

TEST(RunReport, IsAllowedByItsSchema) {
  const TemporaryFolder folder;
  UpdateRequest request;
  request.archive = folder.path() / "archive";
  request.sources = {folder.write(
      "news.jsonl", "{\"id\":\"a\",\"title\":\"Rain\",\"body\":\"Rain.\"}\n{\"id\":\n")};
  const RunReport report = update_archive(request, {});
  ASSERT_EQ(report.added, 1u);
  ASSERT_EQ(report.rejected, 1u);
  const JsonSchema schema = JsonSchema::read_file(kSchema);
  EXPECT_TRUE(schema.warnings().empty());
  EXPECT_EQ(schema.violation(to_json(report)), std::nullopt);
}

TEST(RunReport, IsNotAllowedWithWhatItsSchemaDoesNotKnow) {
  std::string json = to_json(RunReport());
  const JsonSchema schema = JsonSchema::read_file(kSchema);
  EXPECT_EQ(schema.violation(json), std::nullopt);
  EXPECT_NE(schema.violation(json.insert(1, "\"novelty\":1,")), std::nullopt);
}

}  // namespace
}  // namespace newsindex
