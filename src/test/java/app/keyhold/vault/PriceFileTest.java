package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.kms.KmsException;
import app.keyhold.kms.cost.Prices;
import app.keyhold.kms.cost.RequestKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {
    @TempDir
    private Path folder;

    private Prices edited(String found, String put) throws IOException {
        var prices = new PriceFile(folder);
        Files.writeString(prices.path(), prices.text().replace(found, put));
        return prices.get();
    }

    @Test
    void withoutAFileThePublicPricesHold() {
        Prices prices = new PriceFile(folder).get();

        assertThat(prices.keyMonth()).isEqualTo(new BigDecimal("1.00"));
        assertThat(prices.freeRequests()).isEqualTo(20_000);
        assertThat(prices.per10000()).containsEntry(RequestKind.DATA_KEY_PAIR_RSA, new BigDecimal("12.00"));
    }

    @Test
    void anEditedListHoldsAtOnceAndToTheLastDigit() throws IOException {
        assertThat(Objects.requireNonNull(edited("\"0.15\"", "0.1512345").per10000().get(RequestKind.OTHER_ASYMMETRIC)))
                .isEqualTo(new BigDecimal("0.1512345"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    "1.00"            | "-1.00"           | keyMonth is no amount such as "0.03"
                    "0.03"            | 1e99              | SYMMETRIC is no amount
                    20000             | 20000.5           | freeRequests is no whole number from 0 to 1000000000000
                    "currency"        | "money"           | `money` is no member of it
                    "DATA_KEY_PAIR_ECC" | "QUANTUM"       | `QUANTUM` is no kind of request
                    "keyMonth": "1.00" | "keyMonth": [1   | it is not well-formed JSON at line
                    "USD"             | ""                | currency is no text of 1 to 200 characters""")
    void aListThatCannotBeUsedIsRefusedWithWhatToDo(String found, String put, String what) {
        assertThatThrownBy(() -> edited(found, put))
                .isInstanceOf(KmsException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("prices.json")
                .hasMessageContaining("delete it to go back to the built-in prices");
    }
}
