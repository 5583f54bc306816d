// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_schema.h"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "indexer/extract/understand.h"
#include "schema/error.h"

namespace newsindex {
namespace {

class SchemaFile {
 public:
  // Writes the schema and the other files into a folder of their own.
  explicit SchemaFile(const std::string& text, const std::vector<std::string>& others = {})
      : folder_(std::filesystem::path(::testing::TempDir()) /
                ("schema-" + std::to_string(::getpid()))),
        path_(folder_ / "schema.json") {
    std::filesystem::create_directories(folder_);
    std::ofstream(path_) << text;
    for (std::size_t i = 0; i < others.size(); ++i)
      std::ofstream(folder_ / ("other" + std::to_string(i) + ".json")) << others[i];
  }
  ~SchemaFile() { std::filesystem::remove_all(folder_); }
  SchemaFile(const SchemaFile&) = delete;
  SchemaFile& operator=(const SchemaFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

struct SchemaCase {
  const char* name;
  std::string schema;
  std::string record;
  std::string violation;  // a part of the message; empty where the record is allowed
  friend std::ostream& operator<<(std::ostream& out, const SchemaCase& c) { return out << c.name; }
};

const std::string kOld =
    R"({"$schema":"http://json-schema.org/draft-03/schema#","id":"http://x.example/s.json#",
        "type":"object","additionalProperties":false,
        "patternProperties":{"^description_[a-z]+$":{"type":"string"}},
        "properties":{"uri":{"type":"string","format":"uri","required":true},
          "pubstatus":{"enum":["usable","withheld","canceled"]},
          "versioncreated":{"type":"string","format":"date-time"},
          "place":{"type":"array","items":{"type":"object","properties":{
             "name":{"type":"string"},"geo":{"$ref":"https://other.example/geo.json#"}}}},
          "associations":{"patternProperties":{"^[a-z]+":{"$ref":"http://x.example/s.json#"}}}}})";
const std::string kNew =
    R"({"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
        "$defs":{"name":{"type":"object","properties":{"name":{"type":"string"}}}},
        "properties":{"title":{"type":"string"},
          "by":{"$ref":"#/$defs/name","required":["name"]}},
        "oneOf":[{"properties":{"text":{"type":"string"}},"required":["text"]},
                 {"properties":{"body":{"type":"string"}},"required":["body"]}],
        "unevaluatedProperties":false})";

class JsonSchemaCheck : public ::testing::TestWithParam<SchemaCase> {};

TEST_P(JsonSchemaCheck, TellsWhatIsNotAllowed) {
  const SchemaCase& c = GetParam();
  const SchemaFile file(c.schema);
  const auto violation = JsonSchema::read_file(file.path()).violation(c.record);
  EXPECT_EQ(violation.has_value(), !c.violation.empty()) << violation.value_or("");
  EXPECT_THAT(violation.value_or(""), ::testing::HasSubstr(c.violation));
}

INSTANTIATE_TEST_SUITE_P(
    Of, JsonSchemaCheck,
    ::testing::Values(
        SchemaCase{"Allowed", kOld, R"({"uri":"a","pubstatus":"usable"})", ""},
        SchemaCase{"Missing", kOld, R"({"pubstatus":"usable"})", "uri"},
        SchemaCase{"WrongType", kOld, R"({"uri":1})", "'uri': "},
        SchemaCase{"NoneOfTheValues", kOld, R"({"uri":"a","pubstatus":"cancelled"})",
                   "'pubstatus': "},
        SchemaCase{"Unknown", kOld, R"({"uri":"a","bad":1})", "bad"},
        SchemaCase{"OfAPattern", kOld, R"({"uri":"a","description_text":"x"})", ""},
        SchemaCase{"FormatsAreNotes", kOld, R"({"uri":"a","versioncreated":"yesterday"})", ""},
        SchemaCase{"Within", kOld, R"({"uri":"a","place":[{"name":3}]})", "'place/0/name': "},
        SchemaCase{"ReferenceToAnotherServer", kOld, R"({"uri":"a","place":[{"geo":3}]})", ""},
        SchemaCase{"ReferenceToItself", kOld, R"({"uri":"a","associations":{"main":{"uri":1}}})",
                   "'associations/main"},
        SchemaCase{"New", kNew, R"({"title":"a","text":"b"})", ""},
        SchemaCase{"NewUnknown", kNew, R"({"title":"a","text":"b","bad":1})", "bad"},
        SchemaCase{"BesideAReference", kNew, R"({"text":"b","by":{}})", "by"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(JsonSchema, RefusesWhatIsNone) {
  const SchemaFile file("[1,");
  EXPECT_THROW(JsonSchema::read_file(file.path()), Error);
  EXPECT_THROW(JsonSchema::read_file("/no/such/schema.json"), Error);
}

const std::string kShape =
    R"({"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://x.example/shape.json",
        "definitions":{"line":{"type":"object","properties":{"points":{"type":"array"},
          "next":{"$ref":"#/definitions/line"}},"required":["points"]}},
        "$ref":"#/definitions/line"})";
const std::string kWithShape =
    R"({"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
        "properties":{"where":{"$ref":"https://x.example/shape.json#"},
          "path":{"$ref":"https://x.example/shape.json#/definitions/line"}}})";

TEST(JsonSchema, SaysWhatIsNotCheckedBecauseItIsElsewhere) {
  const SchemaFile file(kWithShape);
  const JsonSchema schema = JsonSchema::read_file(file.path());
  ASSERT_EQ(schema.warnings().size(), 1u);
  EXPECT_THAT(schema.warnings().front(),
              ::testing::HasSubstr("what 'https://x.example/shape.json' allows is not checked"));
  EXPECT_FALSE(schema.violation(R"({"where":{}})"));
}

TEST(JsonSchema, FollowsReferencesToSchemasInItsFolder) {
  const SchemaFile file(kWithShape,
                        {"[]", "{\"$id\":\"https://x.example/shape.json.old\"}", kShape});
  const JsonSchema schema = JsonSchema::read_file(file.path());
  EXPECT_THAT(schema.warnings(), ::testing::IsEmpty());
  EXPECT_FALSE(
      schema.violation(R"({"where":{"points":[],"next":{"points":[]}},"path":{"points":[]}})"));
  EXPECT_TRUE(schema.violation(R"({"where":{}})"));
  EXPECT_TRUE(schema.violation(R"({"path":{"points":1}})"));
  EXPECT_TRUE(schema.violation(R"({"where":{"points":[],"next":{}}})"));
  EXPECT_THAT(schema.text(), ::testing::HasSubstr("shape.json"));
}

TEST(JsonSchema, FollowsReferencesByFileName) {
  const SchemaFile file(
      R"({"$schema":"http://json-schema.org/draft-07/schema#","allOf":[{"$ref":"other0.json"}]})",
      {R"({"type":"object","required":["title"]})"});
  const JsonSchema schema = JsonSchema::read_file(file.path());
  EXPECT_TRUE(schema.violation("{}"));
  EXPECT_FALSE(schema.violation(R"({"title":"t"})"));
}

TEST(JsonSchema, RefusesASchemaThatIsElsewhere) {
  const SchemaFile file(
      R"({"$schema":"https://json-schema.org/draft/2020-12/schema",
          "allOf":[{"$ref":"https://x.example/ninjs.json#/$defs/a"}],"properties":{"b":{}}})");
  try {
    JsonSchema::read_file(file.path());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::config);
    EXPECT_THAT(error.what(), ::testing::HasSubstr("'https://x.example/ninjs.json'"));
  }
}

TEST(JsonSchema, RejectsARecordWithTheReason) {
  const SchemaFile file(kOld);
  UnderstandOptions options;
  options.json_schema = std::make_shared<JsonSchema>(JsonSchema::read_file(file.path()));
  Record record;
  record.format = RecordFormat::json;
  record.bytes = R"({"uri":"a","headline":"Tram","pubstatus":"usable"})";
  const auto understanding = understand(record, options);
  ASSERT_TRUE(std::holds_alternative<Reject>(understanding));
  EXPECT_THAT(std::get<Reject>(understanding).reason,
              ::testing::StartsWith("not as the JSON Schema says: "));
}

}  // namespace
}  // namespace newsindex
