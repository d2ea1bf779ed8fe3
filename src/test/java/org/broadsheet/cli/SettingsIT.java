package org.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where options come from. */
class SettingsIT {

    @TempDir
    private Path folder;

    @Test
    void commandLine_goesBeforeVariable_goesBeforeFile_goesBeforeDefault() throws Exception {
        Program program = new Program(folder);
        String seeds = Program.seeds().toString();

        program.run("index", seeds);
        assertThat(folder.resolve("index")).isNotEmptyDirectory();

        Files.writeString(folder.resolve("broadsheet.yaml"), "# Where things are\nindex: from-file\n");
        program.run("index", seeds);
        assertThat(folder.resolve("from-file")).isNotEmptyDirectory();

        program.with("BROADSHEET_INDEX", "from-variable").run("index", seeds);
        assertThat(folder.resolve("from-variable")).isNotEmptyDirectory();

        program.run("index", "--index", "from-line", seeds);
        assertThat(folder.resolve("from-line")).isNotEmptyDirectory();
    }

    @Test
    void file_withAnUnknownKey_isRefusedWithItsPosition() throws Exception {
        Files.writeString(folder.resolve("broadsheet.yaml"), "index: here\n\nprot: 8080\n");
        Program.Ended ended = new Program(folder).run("info");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errLines()).singleElement().asString().startsWith("broadsheet: broadsheet.yaml:3:1: \"prot\"");
        assertThat(new Program(folder).run("--help").status()).isZero();
    }

    @Test
    void file_thatIsNotYaml_isRefusedWithItsPosition() throws Exception {
        Files.writeString(folder.resolve("broadsheet.yaml"), "index: [here\n");
        Program.Ended ended = new Program(folder).run("info");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errLines()).singleElement().asString().matches("broadsheet: broadsheet\\.yaml:\\d+:\\d+: .*");
    }

    @Test
    void synonyms_replaceTheDefault_malformedAreRefusedWithTheirPosition() throws Exception {
        Program program = new Program(folder);
        program.run("index", Program.seeds().toString());

        Files.writeString(folder.resolve("words.txt"), "buckeye, ohio\n");
        assertThat(program.run("search", "--synonyms", "words.txt", "--format", "csv", "buckeye").out())
                .contains("Ohio AG Resumes");

        Files.writeString(folder.resolve("words.txt"), "buckeye, ohio\n\na => b => c\n");
        Program.Ended ended = program.with("BROADSHEET_SYNONYMS", "words.txt").run("search", "buckeye");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errLines()).singleElement().isEqualTo("broadsheet: words.txt:3: there is more than one =>");
    }

    @Test
    void variable_withABadValue_isNamed() throws Exception {
        Program.Ended ended = new Program(folder).with("BROADSHEET_PORT", "high").run("serve");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("BROADSHEET_PORT");
    }
}
