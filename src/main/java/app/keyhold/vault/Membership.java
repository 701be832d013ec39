package app.keyhold.vault;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.vault.header.Header;
import java.util.List;

/// Which Regions the vault has, as a Region's database knows it: inside a transaction nothing else can be asked.
///
/// @param regions the home first
public record Membership(List<String> regions) {
    private static final String SETTING = "vault.regions";

    public Membership {
        regions = List.copyOf(regions);
    }

    static Membership of(Header header) {
        return new Membership(header.regions());
    }

    /// A Region that was never told of others is the only one.
    public static Membership of(View view) {
        return new Membership(view.setting(SETTING)
                .map(text -> List.of(text.split(" ")))
                .orElseGet(() -> List.of(view.region())));
    }

    void put(UnitOfWork work) {
        work.putSetting(SETTING, String.join(" ", regions));
    }

    String home() {
        return regions.getFirst();
    }

    public boolean isHome(View view) {
        return view.region().equals(home());
    }

    List<String> othersThan(String region) {
        return regions.stream().filter(one -> !one.equals(region)).toList();
    }
}
