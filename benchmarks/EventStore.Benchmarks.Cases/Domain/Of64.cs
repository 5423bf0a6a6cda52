using EventStore.Benchmarks.Dispatch;
using EventStore.Benchmarks.Names;

namespace EventStore.Benchmarks.Domain;

/// <summary>An aggregate of 64 events.</summary>
[Aggregate("of-64")]
public sealed partial class Of64 : ISummed
{
    public long Sum { get; private set; }

    public void When(SalesOrderPlaced e) => Sum += e.Value + 0;
    public void When(SalesItemAdded e) => Sum += e.Value + 1;
    public void When(SalesPaymentAuthorised e) => Sum += e.Value + 2;
    public void When(SalesNoteTaken e) => Sum += e.Value + 3;
    public void When(BillingOrderCancelled e) => Sum += e.Value + 4;
    public void When(BillingAddressCorrected e) => Sum += e.Value + 5;
    public void When(BillingInvoiceSent e) => Sum += e.Value + 6;
    public void When(WarehouseOrderShipped e) => Sum += e.Value + 7;
    public void When(WarehouseCustomerRenamed e) => Sum += e.Value + 8;
    public void When(WarehouseRefundIssued e) => Sum += e.Value + 9;
    public void When(CrmOrderPaid e) => Sum += e.Value + 10;
    public void When(CrmCustomerRegistered e) => Sum += e.Value + 11;
    public void When(CrmPaymentRefused e) => Sum += e.Value + 12;
    public void When(ShippingOrderPlaced e) => Sum += e.Value + 13;
    public void When(ShippingItemRemoved e) => Sum += e.Value + 14;
    public void When(ShippingPaymentCaptured e) => Sum += e.Value + 15;
    public void When(CatalogueOrderPlaced e) => Sum += e.Value + 16;
    public void When(CatalogueItemAdded e) => Sum += e.Value + 17;
    public void When(CataloguePaymentAuthorised e) => Sum += e.Value + 18;
    public void When(CatalogueNoteTaken e) => Sum += e.Value + 19;
    public void When(SupportOrderCancelled e) => Sum += e.Value + 20;
    public void When(SupportAddressCorrected e) => Sum += e.Value + 21;
    public void When(SupportInvoiceSent e) => Sum += e.Value + 22;
    public void When(LoyaltyOrderShipped e) => Sum += e.Value + 23;
    public void When(LoyaltyCustomerRenamed e) => Sum += e.Value + 24;
    public void When(LoyaltyRefundIssued e) => Sum += e.Value + 25;
    public void When(ReturnsOrderPaid e) => Sum += e.Value + 26;
    public void When(ReturnsCustomerRegistered e) => Sum += e.Value + 27;
    public void When(ReturnsPaymentRefused e) => Sum += e.Value + 28;
    public void When(PricingOrderPlaced e) => Sum += e.Value + 29;
    public void When(PricingItemRemoved e) => Sum += e.Value + 30;
    public void When(PricingPaymentCaptured e) => Sum += e.Value + 31;
    public void When(FraudOrderPlaced e) => Sum += e.Value + 32;
    public void When(FraudItemAdded e) => Sum += e.Value + 33;
    public void When(FraudPaymentAuthorised e) => Sum += e.Value + 34;
    public void When(FraudNoteTaken e) => Sum += e.Value + 35;
    public void When(AuditOrderCancelled e) => Sum += e.Value + 36;
    public void When(AuditAddressCorrected e) => Sum += e.Value + 37;
    public void When(AuditInvoiceSent e) => Sum += e.Value + 38;
    public void When(IdentityOrderShipped e) => Sum += e.Value + 39;
    public void When(IdentityCustomerRenamed e) => Sum += e.Value + 40;
    public void When(IdentityRefundIssued e) => Sum += e.Value + 41;
    public void When(ReportingOrderPaid e) => Sum += e.Value + 42;
    public void When(ReportingCustomerRegistered e) => Sum += e.Value + 43;
    public void When(ReportingPaymentRefused e) => Sum += e.Value + 44;
    public void When(PartnersOrderPlaced e) => Sum += e.Value + 45;
    public void When(PartnersItemRemoved e) => Sum += e.Value + 46;
    public void When(PartnersPaymentCaptured e) => Sum += e.Value + 47;
    public void When(SearchOrderPlaced e) => Sum += e.Value + 48;
    public void When(SearchItemAdded e) => Sum += e.Value + 49;
    public void When(SearchPaymentAuthorised e) => Sum += e.Value + 50;
    public void When(SearchNoteTaken e) => Sum += e.Value + 51;
    public void When(PayrollOrderCancelled e) => Sum += e.Value + 52;
    public void When(PayrollAddressCorrected e) => Sum += e.Value + 53;
    public void When(PayrollInvoiceSent e) => Sum += e.Value + 54;
    public void When(PlanningOrderShipped e) => Sum += e.Value + 55;
    public void When(PlanningCustomerRenamed e) => Sum += e.Value + 56;
    public void When(PlanningRefundIssued e) => Sum += e.Value + 57;
    public void When(QualityOrderPaid e) => Sum += e.Value + 58;
    public void When(QualityCustomerRegistered e) => Sum += e.Value + 59;
    public void When(QualityPaymentRefused e) => Sum += e.Value + 60;
    public void When(AssetsOrderPlaced e) => Sum += e.Value + 61;
    public void When(AssetsItemRemoved e) => Sum += e.Value + 62;
    public void When(AssetsPaymentCaptured e) => Sum += e.Value + 63;
}

/// <summary>What a user would write by hand for it.</summary>
internal static class HandWritten64
{
    public static Of64 Switch(Of64 aggregate, int ordinal, object payload)
    {
        switch (ordinal)
        {
            case 0: aggregate.When((SalesOrderPlaced)payload); return aggregate;
            case 1: aggregate.When((SalesItemAdded)payload); return aggregate;
            case 2: aggregate.When((SalesPaymentAuthorised)payload); return aggregate;
            case 3: aggregate.When((SalesNoteTaken)payload); return aggregate;
            case 4: aggregate.When((BillingOrderCancelled)payload); return aggregate;
            case 5: aggregate.When((BillingAddressCorrected)payload); return aggregate;
            case 6: aggregate.When((BillingInvoiceSent)payload); return aggregate;
            case 7: aggregate.When((WarehouseOrderShipped)payload); return aggregate;
            case 8: aggregate.When((WarehouseCustomerRenamed)payload); return aggregate;
            case 9: aggregate.When((WarehouseRefundIssued)payload); return aggregate;
            case 10: aggregate.When((CrmOrderPaid)payload); return aggregate;
            case 11: aggregate.When((CrmCustomerRegistered)payload); return aggregate;
            case 12: aggregate.When((CrmPaymentRefused)payload); return aggregate;
            case 13: aggregate.When((ShippingOrderPlaced)payload); return aggregate;
            case 14: aggregate.When((ShippingItemRemoved)payload); return aggregate;
            case 15: aggregate.When((ShippingPaymentCaptured)payload); return aggregate;
            case 16: aggregate.When((CatalogueOrderPlaced)payload); return aggregate;
            case 17: aggregate.When((CatalogueItemAdded)payload); return aggregate;
            case 18: aggregate.When((CataloguePaymentAuthorised)payload); return aggregate;
            case 19: aggregate.When((CatalogueNoteTaken)payload); return aggregate;
            case 20: aggregate.When((SupportOrderCancelled)payload); return aggregate;
            case 21: aggregate.When((SupportAddressCorrected)payload); return aggregate;
            case 22: aggregate.When((SupportInvoiceSent)payload); return aggregate;
            case 23: aggregate.When((LoyaltyOrderShipped)payload); return aggregate;
            case 24: aggregate.When((LoyaltyCustomerRenamed)payload); return aggregate;
            case 25: aggregate.When((LoyaltyRefundIssued)payload); return aggregate;
            case 26: aggregate.When((ReturnsOrderPaid)payload); return aggregate;
            case 27: aggregate.When((ReturnsCustomerRegistered)payload); return aggregate;
            case 28: aggregate.When((ReturnsPaymentRefused)payload); return aggregate;
            case 29: aggregate.When((PricingOrderPlaced)payload); return aggregate;
            case 30: aggregate.When((PricingItemRemoved)payload); return aggregate;
            case 31: aggregate.When((PricingPaymentCaptured)payload); return aggregate;
            case 32: aggregate.When((FraudOrderPlaced)payload); return aggregate;
            case 33: aggregate.When((FraudItemAdded)payload); return aggregate;
            case 34: aggregate.When((FraudPaymentAuthorised)payload); return aggregate;
            case 35: aggregate.When((FraudNoteTaken)payload); return aggregate;
            case 36: aggregate.When((AuditOrderCancelled)payload); return aggregate;
            case 37: aggregate.When((AuditAddressCorrected)payload); return aggregate;
            case 38: aggregate.When((AuditInvoiceSent)payload); return aggregate;
            case 39: aggregate.When((IdentityOrderShipped)payload); return aggregate;
            case 40: aggregate.When((IdentityCustomerRenamed)payload); return aggregate;
            case 41: aggregate.When((IdentityRefundIssued)payload); return aggregate;
            case 42: aggregate.When((ReportingOrderPaid)payload); return aggregate;
            case 43: aggregate.When((ReportingCustomerRegistered)payload); return aggregate;
            case 44: aggregate.When((ReportingPaymentRefused)payload); return aggregate;
            case 45: aggregate.When((PartnersOrderPlaced)payload); return aggregate;
            case 46: aggregate.When((PartnersItemRemoved)payload); return aggregate;
            case 47: aggregate.When((PartnersPaymentCaptured)payload); return aggregate;
            case 48: aggregate.When((SearchOrderPlaced)payload); return aggregate;
            case 49: aggregate.When((SearchItemAdded)payload); return aggregate;
            case 50: aggregate.When((SearchPaymentAuthorised)payload); return aggregate;
            case 51: aggregate.When((SearchNoteTaken)payload); return aggregate;
            case 52: aggregate.When((PayrollOrderCancelled)payload); return aggregate;
            case 53: aggregate.When((PayrollAddressCorrected)payload); return aggregate;
            case 54: aggregate.When((PayrollInvoiceSent)payload); return aggregate;
            case 55: aggregate.When((PlanningOrderShipped)payload); return aggregate;
            case 56: aggregate.When((PlanningCustomerRenamed)payload); return aggregate;
            case 57: aggregate.When((PlanningRefundIssued)payload); return aggregate;
            case 58: aggregate.When((QualityOrderPaid)payload); return aggregate;
            case 59: aggregate.When((QualityCustomerRegistered)payload); return aggregate;
            case 60: aggregate.When((QualityPaymentRefused)payload); return aggregate;
            case 61: aggregate.When((AssetsOrderPlaced)payload); return aggregate;
            case 62: aggregate.When((AssetsItemRemoved)payload); return aggregate;
            case 63: aggregate.When((AssetsPaymentCaptured)payload); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(ordinal));
        }
    }

    public static Of64 TypeSwitch(Of64 aggregate, object payload)
    {
        switch (payload)
        {
            case SalesOrderPlaced e: aggregate.When(e); return aggregate;
            case SalesItemAdded e: aggregate.When(e); return aggregate;
            case SalesPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SalesNoteTaken e: aggregate.When(e); return aggregate;
            case BillingOrderCancelled e: aggregate.When(e); return aggregate;
            case BillingAddressCorrected e: aggregate.When(e); return aggregate;
            case BillingInvoiceSent e: aggregate.When(e); return aggregate;
            case WarehouseOrderShipped e: aggregate.When(e); return aggregate;
            case WarehouseCustomerRenamed e: aggregate.When(e); return aggregate;
            case WarehouseRefundIssued e: aggregate.When(e); return aggregate;
            case CrmOrderPaid e: aggregate.When(e); return aggregate;
            case CrmCustomerRegistered e: aggregate.When(e); return aggregate;
            case CrmPaymentRefused e: aggregate.When(e); return aggregate;
            case ShippingOrderPlaced e: aggregate.When(e); return aggregate;
            case ShippingItemRemoved e: aggregate.When(e); return aggregate;
            case ShippingPaymentCaptured e: aggregate.When(e); return aggregate;
            case CatalogueOrderPlaced e: aggregate.When(e); return aggregate;
            case CatalogueItemAdded e: aggregate.When(e); return aggregate;
            case CataloguePaymentAuthorised e: aggregate.When(e); return aggregate;
            case CatalogueNoteTaken e: aggregate.When(e); return aggregate;
            case SupportOrderCancelled e: aggregate.When(e); return aggregate;
            case SupportAddressCorrected e: aggregate.When(e); return aggregate;
            case SupportInvoiceSent e: aggregate.When(e); return aggregate;
            case LoyaltyOrderShipped e: aggregate.When(e); return aggregate;
            case LoyaltyCustomerRenamed e: aggregate.When(e); return aggregate;
            case LoyaltyRefundIssued e: aggregate.When(e); return aggregate;
            case ReturnsOrderPaid e: aggregate.When(e); return aggregate;
            case ReturnsCustomerRegistered e: aggregate.When(e); return aggregate;
            case ReturnsPaymentRefused e: aggregate.When(e); return aggregate;
            case PricingOrderPlaced e: aggregate.When(e); return aggregate;
            case PricingItemRemoved e: aggregate.When(e); return aggregate;
            case PricingPaymentCaptured e: aggregate.When(e); return aggregate;
            case FraudOrderPlaced e: aggregate.When(e); return aggregate;
            case FraudItemAdded e: aggregate.When(e); return aggregate;
            case FraudPaymentAuthorised e: aggregate.When(e); return aggregate;
            case FraudNoteTaken e: aggregate.When(e); return aggregate;
            case AuditOrderCancelled e: aggregate.When(e); return aggregate;
            case AuditAddressCorrected e: aggregate.When(e); return aggregate;
            case AuditInvoiceSent e: aggregate.When(e); return aggregate;
            case IdentityOrderShipped e: aggregate.When(e); return aggregate;
            case IdentityCustomerRenamed e: aggregate.When(e); return aggregate;
            case IdentityRefundIssued e: aggregate.When(e); return aggregate;
            case ReportingOrderPaid e: aggregate.When(e); return aggregate;
            case ReportingCustomerRegistered e: aggregate.When(e); return aggregate;
            case ReportingPaymentRefused e: aggregate.When(e); return aggregate;
            case PartnersOrderPlaced e: aggregate.When(e); return aggregate;
            case PartnersItemRemoved e: aggregate.When(e); return aggregate;
            case PartnersPaymentCaptured e: aggregate.When(e); return aggregate;
            case SearchOrderPlaced e: aggregate.When(e); return aggregate;
            case SearchItemAdded e: aggregate.When(e); return aggregate;
            case SearchPaymentAuthorised e: aggregate.When(e); return aggregate;
            case SearchNoteTaken e: aggregate.When(e); return aggregate;
            case PayrollOrderCancelled e: aggregate.When(e); return aggregate;
            case PayrollAddressCorrected e: aggregate.When(e); return aggregate;
            case PayrollInvoiceSent e: aggregate.When(e); return aggregate;
            case PlanningOrderShipped e: aggregate.When(e); return aggregate;
            case PlanningCustomerRenamed e: aggregate.When(e); return aggregate;
            case PlanningRefundIssued e: aggregate.When(e); return aggregate;
            case QualityOrderPaid e: aggregate.When(e); return aggregate;
            case QualityCustomerRegistered e: aggregate.When(e); return aggregate;
            case QualityPaymentRefused e: aggregate.When(e); return aggregate;
            case AssetsOrderPlaced e: aggregate.When(e); return aggregate;
            case AssetsItemRemoved e: aggregate.When(e); return aggregate;
            case AssetsPaymentCaptured e: aggregate.When(e); return aggregate;
            default: throw new ArgumentOutOfRangeException(nameof(payload));
        }
    }

    public static int Find(ReadOnlySpan<char> name) => name switch
    {
        "sales.order-placed.v1" => 0,
        "sales.item-added.v2" => 1,
        "sales.payment-authorised.v1" => 2,
        "sales.note-taken.v3" => 3,
        "billing.order-cancelled.v1" => 4,
        "billing.address-corrected.v3" => 5,
        "billing.invoice-sent.v2" => 6,
        "warehouse.order-shipped.v3" => 7,
        "warehouse.customer-renamed.v2" => 8,
        "warehouse.refund-issued.v1" => 9,
        "crm.order-paid.v2" => 10,
        "crm.customer-registered.v1" => 11,
        "crm.payment-refused.v3" => 12,
        "shipping.order-placed.v1" => 13,
        "shipping.item-removed.v3" => 14,
        "shipping.payment-captured.v2" => 15,
        "catalogue.order-placed.v1" => 16,
        "catalogue.item-added.v2" => 17,
        "catalogue.payment-authorised.v1" => 18,
        "catalogue.note-taken.v3" => 19,
        "support.order-cancelled.v1" => 20,
        "support.address-corrected.v3" => 21,
        "support.invoice-sent.v2" => 22,
        "loyalty.order-shipped.v3" => 23,
        "loyalty.customer-renamed.v2" => 24,
        "loyalty.refund-issued.v1" => 25,
        "returns.order-paid.v2" => 26,
        "returns.customer-registered.v1" => 27,
        "returns.payment-refused.v3" => 28,
        "pricing.order-placed.v1" => 29,
        "pricing.item-removed.v3" => 30,
        "pricing.payment-captured.v2" => 31,
        "fraud.order-placed.v1" => 32,
        "fraud.item-added.v2" => 33,
        "fraud.payment-authorised.v1" => 34,
        "fraud.note-taken.v3" => 35,
        "audit.order-cancelled.v1" => 36,
        "audit.address-corrected.v3" => 37,
        "audit.invoice-sent.v2" => 38,
        "identity.order-shipped.v3" => 39,
        "identity.customer-renamed.v2" => 40,
        "identity.refund-issued.v1" => 41,
        "reporting.order-paid.v2" => 42,
        "reporting.customer-registered.v1" => 43,
        "reporting.payment-refused.v3" => 44,
        "partners.order-placed.v1" => 45,
        "partners.item-removed.v3" => 46,
        "partners.payment-captured.v2" => 47,
        "search.order-placed.v1" => 48,
        "search.item-added.v2" => 49,
        "search.payment-authorised.v1" => 50,
        "search.note-taken.v3" => 51,
        "payroll.order-cancelled.v1" => 52,
        "payroll.address-corrected.v3" => 53,
        "payroll.invoice-sent.v2" => 54,
        "planning.order-shipped.v3" => 55,
        "planning.customer-renamed.v2" => 56,
        "planning.refund-issued.v1" => 57,
        "quality.order-paid.v2" => 58,
        "quality.customer-registered.v1" => 59,
        "quality.payment-refused.v3" => 60,
        "assets.order-placed.v1" => 61,
        "assets.item-removed.v3" => 62,
        "assets.payment-captured.v2" => 63,
        _ => -1,
    };

    public static object[] Events() =>
    [
        new SalesOrderPlaced(0),
        new SalesItemAdded(1),
        new SalesPaymentAuthorised(2),
        new SalesNoteTaken(3),
        new BillingOrderCancelled(4),
        new BillingAddressCorrected(5),
        new BillingInvoiceSent(6),
        new WarehouseOrderShipped(7),
        new WarehouseCustomerRenamed(8),
        new WarehouseRefundIssued(9),
        new CrmOrderPaid(10),
        new CrmCustomerRegistered(11),
        new CrmPaymentRefused(12),
        new ShippingOrderPlaced(13),
        new ShippingItemRemoved(14),
        new ShippingPaymentCaptured(15),
        new CatalogueOrderPlaced(16),
        new CatalogueItemAdded(17),
        new CataloguePaymentAuthorised(18),
        new CatalogueNoteTaken(19),
        new SupportOrderCancelled(20),
        new SupportAddressCorrected(21),
        new SupportInvoiceSent(22),
        new LoyaltyOrderShipped(23),
        new LoyaltyCustomerRenamed(24),
        new LoyaltyRefundIssued(25),
        new ReturnsOrderPaid(26),
        new ReturnsCustomerRegistered(27),
        new ReturnsPaymentRefused(28),
        new PricingOrderPlaced(29),
        new PricingItemRemoved(30),
        new PricingPaymentCaptured(31),
        new FraudOrderPlaced(32),
        new FraudItemAdded(33),
        new FraudPaymentAuthorised(34),
        new FraudNoteTaken(35),
        new AuditOrderCancelled(36),
        new AuditAddressCorrected(37),
        new AuditInvoiceSent(38),
        new IdentityOrderShipped(39),
        new IdentityCustomerRenamed(40),
        new IdentityRefundIssued(41),
        new ReportingOrderPaid(42),
        new ReportingCustomerRegistered(43),
        new ReportingPaymentRefused(44),
        new PartnersOrderPlaced(45),
        new PartnersItemRemoved(46),
        new PartnersPaymentCaptured(47),
        new SearchOrderPlaced(48),
        new SearchItemAdded(49),
        new SearchPaymentAuthorised(50),
        new SearchNoteTaken(51),
        new PayrollOrderCancelled(52),
        new PayrollAddressCorrected(53),
        new PayrollInvoiceSent(54),
        new PlanningOrderShipped(55),
        new PlanningCustomerRenamed(56),
        new PlanningRefundIssued(57),
        new QualityOrderPaid(58),
        new QualityCustomerRegistered(59),
        new QualityPaymentRefused(60),
        new AssetsOrderPlaced(61),
        new AssetsItemRemoved(62),
        new AssetsPaymentCaptured(63),
    ];

    public static Action<Of64, object>[] Delegates() =>
    [
        static (aggregate, payload) => aggregate.When((SalesOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SalesItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SalesPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SalesNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((BillingOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((BillingAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((BillingInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((WarehouseOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((WarehouseCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((WarehouseRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((CrmOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((CrmCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((CrmPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((ShippingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((ShippingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((ShippingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((CatalogueOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((CatalogueItemAdded)payload),
        static (aggregate, payload) => aggregate.When((CataloguePaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((CatalogueNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((SupportOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((SupportAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((SupportInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((LoyaltyRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ReturnsOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((ReturnsCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ReturnsPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PricingOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PricingItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PricingPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((FraudOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((FraudItemAdded)payload),
        static (aggregate, payload) => aggregate.When((FraudPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((FraudNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((AuditOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((AuditAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((AuditInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((IdentityOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((IdentityCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((IdentityRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((ReportingOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((ReportingCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((ReportingPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((PartnersOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((PartnersItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((PartnersPaymentCaptured)payload),
        static (aggregate, payload) => aggregate.When((SearchOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((SearchItemAdded)payload),
        static (aggregate, payload) => aggregate.When((SearchPaymentAuthorised)payload),
        static (aggregate, payload) => aggregate.When((SearchNoteTaken)payload),
        static (aggregate, payload) => aggregate.When((PayrollOrderCancelled)payload),
        static (aggregate, payload) => aggregate.When((PayrollAddressCorrected)payload),
        static (aggregate, payload) => aggregate.When((PayrollInvoiceSent)payload),
        static (aggregate, payload) => aggregate.When((PlanningOrderShipped)payload),
        static (aggregate, payload) => aggregate.When((PlanningCustomerRenamed)payload),
        static (aggregate, payload) => aggregate.When((PlanningRefundIssued)payload),
        static (aggregate, payload) => aggregate.When((QualityOrderPaid)payload),
        static (aggregate, payload) => aggregate.When((QualityCustomerRegistered)payload),
        static (aggregate, payload) => aggregate.When((QualityPaymentRefused)payload),
        static (aggregate, payload) => aggregate.When((AssetsOrderPlaced)payload),
        static (aggregate, payload) => aggregate.When((AssetsItemRemoved)payload),
        static (aggregate, payload) => aggregate.When((AssetsPaymentCaptured)payload),
    ];

    public static string[] Names() =>
    [
        "sales.order-placed.v1",
        "sales.item-added.v2",
        "sales.payment-authorised.v1",
        "sales.note-taken.v3",
        "billing.order-cancelled.v1",
        "billing.address-corrected.v3",
        "billing.invoice-sent.v2",
        "warehouse.order-shipped.v3",
        "warehouse.customer-renamed.v2",
        "warehouse.refund-issued.v1",
        "crm.order-paid.v2",
        "crm.customer-registered.v1",
        "crm.payment-refused.v3",
        "shipping.order-placed.v1",
        "shipping.item-removed.v3",
        "shipping.payment-captured.v2",
        "catalogue.order-placed.v1",
        "catalogue.item-added.v2",
        "catalogue.payment-authorised.v1",
        "catalogue.note-taken.v3",
        "support.order-cancelled.v1",
        "support.address-corrected.v3",
        "support.invoice-sent.v2",
        "loyalty.order-shipped.v3",
        "loyalty.customer-renamed.v2",
        "loyalty.refund-issued.v1",
        "returns.order-paid.v2",
        "returns.customer-registered.v1",
        "returns.payment-refused.v3",
        "pricing.order-placed.v1",
        "pricing.item-removed.v3",
        "pricing.payment-captured.v2",
        "fraud.order-placed.v1",
        "fraud.item-added.v2",
        "fraud.payment-authorised.v1",
        "fraud.note-taken.v3",
        "audit.order-cancelled.v1",
        "audit.address-corrected.v3",
        "audit.invoice-sent.v2",
        "identity.order-shipped.v3",
        "identity.customer-renamed.v2",
        "identity.refund-issued.v1",
        "reporting.order-paid.v2",
        "reporting.customer-registered.v1",
        "reporting.payment-refused.v3",
        "partners.order-placed.v1",
        "partners.item-removed.v3",
        "partners.payment-captured.v2",
        "search.order-placed.v1",
        "search.item-added.v2",
        "search.payment-authorised.v1",
        "search.note-taken.v3",
        "payroll.order-cancelled.v1",
        "payroll.address-corrected.v3",
        "payroll.invoice-sent.v2",
        "planning.order-shipped.v3",
        "planning.customer-renamed.v2",
        "planning.refund-issued.v1",
        "quality.order-paid.v2",
        "quality.customer-registered.v1",
        "quality.payment-refused.v3",
        "assets.order-placed.v1",
        "assets.item-removed.v3",
        "assets.payment-captured.v2",
    ];
}

internal sealed class DispatchOf64() : DispatchPass<Of64>(HandWritten64.Events(), HandWritten64.Delegates())
{
    public override long HandWrittenSwitch()
    {
        Of64 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten64.Switch(aggregate, HandWrittenOrdinals[i], Payloads[i]);

        return aggregate.Sum;
    }

    protected override IApplier<Of64> Applier { get; } = new Apply64();

    public override long TypeSwitch()
    {
        Of64 aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = HandWritten64.TypeSwitch(aggregate, Payloads[i]);

        return aggregate.Sum;
    }
}

internal sealed class Apply64 : IApplier<Of64>
{
    public Of64 Apply(Of64 aggregate, int ordinal, object payload) => HandWritten64.Switch(aggregate, ordinal, payload);
}

internal sealed class NamesOf64() : NamePass<Of64>(HandWritten64.Names())
{
    public override int StringSwitch()
    {
        int sum = 0;
        Span<char> characters = stackalloc char[LongestName];
        foreach (byte[] name in Utf8Names)
            sum += HandWritten64.Find(Decode(name, characters));

        return sum;
    }
}
